/** Preloaded into a server: its wall clock can be moved by a message `{ shiftMs }`, as an administrator or NTP would. */
const RealDate = Date;
let shiftMs = 0;

globalThis.Date = class extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) super(RealDate.now() + shiftMs);
    else super(...parts);
  }

  static now() {
    return RealDate.now() + shiftMs;
  }
};

process.on('message', (message) => {
  if (typeof message === 'object' && message !== null && 'shiftMs' in message) shiftMs = message.shiftMs;
});
// Listening for messages must not keep a server alive that wants to end.
process.channel?.unref();

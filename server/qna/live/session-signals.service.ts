import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { NodeBus } from '../../platform/realtime/node-bus.service.js';
import { QnaAccess } from '../session/qna-access.service.js';
import { Rankings } from '../inquiry/rankings.service.js';
import { signalsOf, type SessionSignal } from './session-signal.rules.js';
import { SimilarTexts } from '../similar/similar-texts.service.js';
import { VoteTargets } from '../vote/vote-targets.service.js';

const WORD = 'qna.session';
const word = z.object({
  sessionId: z.uuid(),
  session: z.boolean(),
  touched: z.array(z.uuid()),
  counted: z.array(z.uuid()),
  anew: z.boolean(),
});

/** Tells the other nodes of changes here, and forgets what is kept in memory of what changed there. */
@Injectable()
export class SessionSignals {
  constructor(
    private readonly bus: NodeBus,
    private readonly access: QnaAccess,
    private readonly rankings: Rankings,
    private readonly texts: SimilarTexts,
    private readonly targets: VoteTargets,
  ) {}

  /** Call it after the commit. */
  tell(sessionId: string, change: Partial<Omit<SessionSignal, 'sessionId'>>): void {
    this.forgetQuestions(sessionId, change.touched ?? []);
    if (change.anew) this.rankings.forget(sessionId);
    const whole = { sessionId, session: false, anew: false, touched: [], counted: [], ...change };
    for (const signal of signalsOf(whole)) this.bus.tell(WORD, signal);
  }

  onSignal(act: (signal: SessionSignal) => void): void {
    this.bus.on(WORD, word, (signal) => {
      const { sessionId, session, anew, touched } = signal;
      if (session || anew || touched.length > 0) {
        this.access.forget(sessionId);
        this.rankings.forget(sessionId);
      }
      this.forgetQuestions(sessionId, touched);
      act(signal);
    });
  }

  /** Signals may have been missed: nothing that is kept here can be trusted. */
  onGap(act: () => void): void {
    this.bus.onGap(() => {
      this.access.forgetAll();
      this.rankings.forgetAll();
      this.texts.forgetAll();
      this.targets.forgetAll();
      act();
    });
  }

  private forgetQuestions(sessionId: string, ids: readonly string[]): void {
    this.texts.touched(sessionId, ids);
    this.targets.forget(ids);
  }
}

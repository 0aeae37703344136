import { describe, expect, it, vi } from 'vitest';
import { createLogger } from './log.js';

describe('createLogger', () => {
  it('keeps the message of a failed statement and none of its values', () => {
    const written: string[] = [];
    const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      written.push(String(text));
      return true;
    });
    const logger = createLogger('error');
    const error = Object.assign(new Error('duplicate key'), {
      parameters: ['mật khẩu băm'],
      detail: 'Key (email)=(ai.do@example.test) already exists.',
      driverError: { detail: 'ai.do@example.test' },
      code: '23505',
    });
    const stream = Reflect.get(
      logger,
      Reflect.ownKeys(logger).find((key) => String(key) === 'Symbol(pino.stream)') ?? '',
    );
    if (stream && typeof stream === 'object' && 'write' in stream) {
      Reflect.set(stream, 'write', (text: string) => written.push(text));
    }
    logger.error({ err: error }, 'failed');
    spy.mockRestore();
    const text = written.join('');
    expect(text).toContain('duplicate key');
    expect(text).toContain('23505');
    expect(text).not.toMatch(/băm|ai\.do/);
  });
});

import type { Application } from '../application.js';

export type DemoLogin = { role: string; login: string; password: string };

export async function seedDemo(_app: Application, _onProgress: (text: string) => void): Promise<DemoLogin[]> {
  return [];
}

import { useState } from 'react';
import type { QuestionDevice } from '../device/question-device.js';

/** What is being typed, kept on the device letter by letter. */
export function useDraft(device: QuestionDevice) {
  const [text, setShown] = useState(device.draft);
  const setText = (next: string) => {
    setShown(next);
    device.keepDraft(next);
  };
  return { text, setText };
}

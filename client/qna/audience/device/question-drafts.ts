/** What is being typed, by session and person. Written at once: what waits for a page to be left may be lost with it. */
export type QuestionDrafts = {
  /** Empty when there is none. */
  read: (name: string) => string;
  write: (name: string, text: string) => void;
};

export function openQuestionDrafts(): QuestionDrafts {
  const key = (name: string) => `hai-dang.question-draft.${name}`;
  return {
    read(name) {
      try {
        return localStorage.getItem(key(name)) ?? '';
      } catch {
        return '';
      }
    },
    write(name, text) {
      try {
        if (text === '') localStorage.removeItem(key(name));
        else localStorage.setItem(key(name), text);
      } catch {
        // Without storage it lasts as long as the page.
      }
    },
  };
}

import { keptList } from './kept';

interface KeptAnswer {
  name: string;
  value: unknown;
}

/** Answers that were begun and not sent: what one says of a lead, kept on the device with every change. */
export const answers = keptList<KeptAnswer>('zhitong.answers', 20, ({ name }) => name);

/** What was begun under this name, over what an empty form holds. */
export const readAnswer = <Data extends object>(name: string, empty: Data): Data => ({
  ...empty,
  ...(answers.find(name)?.value as Partial<Data> | undefined),
});

/** Keeps the first of these versions that the device has room for; false when it has room for none. */
export const keepAnswer = (name: string, ...versions: readonly unknown[]): boolean =>
  answers.keep(...versions.map((value) => ({ name, value })));

/** It was sent: nothing is left to be remembered. */
export const forgetAnswer = (name: string): void => answers.forget(name);

/** The files that belong to answers which were not sent. */
export const filesOfAnswers = (): string[] =>
  answers.read().flatMap(({ value }) => {
    const { photos = [] } = value as { photos?: { key: string }[] };
    return photos.map(({ key }) => key);
  });

/** Kinds of personal data that are kept, each with a purpose and an end of its own. */
export const DATA_PARTS = ['contact', 'person', 'media', 'place', 'text', 'words', 'reporter'] as const;
/** `contact` of who filed it, `person` it was filed for, `words` written later, `reporter`: whose device or WeChat it was. */
export type DataPart = (typeof DATA_PARTS)[number];

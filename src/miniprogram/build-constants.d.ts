/** Ids of the subscription templates, comma-separated; put in at build time (config/index.ts). */
declare const ZHITONG_MESSAGE_TEMPLATES: string;

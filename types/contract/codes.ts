import type { CodeFigures } from './statistics';

/** What a printed code stands for. Every place has its own from the start; the others are made in the panel. */
export const CODE_KINDS = ['township', 'community', 'village', 'board', 'station', 'event'] as const;
export type CodeKind = (typeof CODE_KINDS)[number];
/** The kinds that are made by hand: a second board of a place, a members' station, an event. */
export const MADE_CODE_KINDS = ['board', 'station', 'event'] as const satisfies readonly CodeKind[];
export type MadeCodeKind = (typeof MADE_CODE_KINDS)[number];

/** A number as it is printed and read aloud, as it is made up: `410325 100 001-6`, `410325 100 001 3007-2`. */
export function printedNumber(id: string): string {
  const [digits, check] = [id.slice(0, -1), id.slice(-1)];
  const [, county = digits, township = '', village = '', made = ''] =
    /^(\d{6})(\d{3})(\d{3})??(\d{4})?$/.exec(digits) ?? [];
  return `${[county, township, village, made].filter(Boolean).join(' ')}-${check}`;
}

/** One code as the panel lists it. */
export interface CodeItem {
  /** The number with its check digit: what is printed, what the scene carries, what statistics are split by. */
  id: string;
  kind: CodeKind;
  placeId: string;
  placeName: string;
  townshipId: string;
  /** The station's or event's name; empty for the code of a place. */
  title: string;
  /** Where it hangs, in words; empty where nobody said. */
  address: string;
  /** Null for the code a place has from the start. */
  createdAt: string | null;
  /** First and last day of an event. */
  validFrom: string | null;
  validUntil: string | null;
  retired: { at: string; reason: string; replacedBy: string | null } | null;
  /** How many leads came by it; null for those who may not read the county's figures. */
  received: number | null;
  /** WeChat's own picture of it. */
  wechat: WechatCodeState;
}
export const WECHAT_CODE_STATES = ['none', 'waiting', 'ready'] as const;
export type WechatCodeState = (typeof WECHAT_CODE_STATES)[number];

/** What sheets are printed with, and how the fetching from WeChat stands. */
export interface CodeSettings {
  /** The address of the resident pages; null: the same server as the panel's. */
  h5Address: string | null;
  deskPhone: string | null;
  wechat: {
    /** Whether the county's mini-program can make codes at all. */
    isSetUp: boolean;
    waiting: number;
    ready: number;
    /** Why WeChat refused last, in words; null when it did not. */
    problem: string | null;
  };
}

interface CodeWords {
  placeId: string;
  title?: string;
  address?: string;
  validFrom?: string;
  validUntil?: string;
}
export interface NewCode extends CodeWords {
  kind: MadeCodeKind;
}

/** What officers do with codes in the panel. */
export type CodeVerbs = {
  /** The codes the caller may print, in pages: by township, each place with what was made for it. */
  listCodes: {
    input: { cursor?: string };
    output: { items: CodeItem[]; nextCursor: string | null; settings: CodeSettings };
  };
  /** Without a period, of everything ever received. */
  getCodeFigures: { input: { period?: string }; output: CodeFigures };
  createCode: { input: NewCode; output: CodeItem };
  /** Takes it out of use; `replacement` makes its successor in the same place. */
  retireCode: {
    input: { codeId: string; reason: string; replacement?: { address: string } };
    output: { retired: CodeItem; replacement: CodeItem | null };
  };
  /** Asks for WeChat's pictures of a township's codes, or of all; the timer fetches them. */
  requestWechatCodes: { input: { townshipId?: string }; output: { waiting: number } };
  /** Short-lived addresses of pictures that are ready, by code. */
  getCodePictures: { input: { codeIds: string[] }; output: { urls: Record<string, string> } };
};

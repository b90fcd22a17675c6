/** What the parent asks a function process to do. Event and answer travel as JSON text, parsed once each. */
export interface CallMessage {
  readonly id: number;
  readonly event: string;
  /** The caller as CloudBase tells it; variables that are not named are cleared. */
  readonly identity: Readonly<Record<string, string>>;
  readonly requestId: string;
}

export type ReplyMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly id: number; readonly body: string }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };

/** Every variable a caller's identity may stand in; all are reset before each call. */
export const IDENTITY_VARIABLES = [
  'WX_CONTEXT_KEYS',
  'WX_OPENID',
  'WX_APPID',
  'WX_UNIONID',
  'WX_CLIENTIP',
  'WX_API_TOKEN',
  'WX_TRIGGER_API_TOKEN_V0',
  'TCB_CONTEXT_KEYS',
  'TCB_UUID',
  'TCB_CUSTOM_USER_ID',
  'TCB_ISANONYMOUS_USER',
  'TCB_SESSIONTOKEN',
  'TCB_SOURCE',
  'TCB_SOURCE_IP',
  'LOGINTYPE',
  'TRIGGER_SRC',
] as const;

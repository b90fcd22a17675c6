import { CloudError } from '../engine/values';
import type { Functions } from '../runner/functions';
import type { Action } from './database-actions';
import { optionalText, text, type Parameters } from './parameters';
import type { PublishedPages } from './published-pages';
import { qrCodePng } from './qr-code-png';
import type { SentMessages } from './sent-messages';

/** A text that contains this is what the content check refuses here. */
const RISKY_MARKER = '违规内容样例';
/** A person whose id ends like this has not agreed to any message. */
const DECLINED_SUFFIX = '-declined';

const LONGEST_CHECKED_TEXT = 2_500;
/** Characters each kind of template field takes. */
const FIELD_LIMITS: Readonly<Record<string, number>> = {
  thing: 20,
  number: 32,
  letter: 32,
  symbol: 5,
  character_string: 32,
  time: 32,
  date: 32,
  amount: 11,
  phone_number: 17,
  car_number: 8,
  name: 10,
  phrase: 5,
};

type WechatCall = (data: Parameters) => object;

/** `wx.api`: the WeChat server calls the product makes, with the refusals of the real ones. */
export function wechatActions(
  functions: Functions,
  sent: SentMessages,
  published: PublishedPages,
): Record<string, Action> {
  const calls: Record<string, WechatCall> = {
    'subscribeMessage.send': (data) => sendMessage(data, sent),
    'security.msgSecCheck': checkText,
    'wxacode.getUnlimited': (data) => makeCode(data, published),
  };
  return {
    'wx.api': (params, caller) => {
      const name = text(params, 'apiName')
        .replace(/^openapi\./, '')
        .replace(/^msgSecCheck$/, 'security.msgSecCheck');
      const call = Object.hasOwn(calls, name) ? calls[name] : undefined;
      if (!call) throw new CloudError('INVALID_PARAM', `本地云不支持微信接口 ${name}`);
      const config = functions.callerOf(caller.secretId);
      const isAllowed = config?.openapi.some((allowed) => allowed === name || `security.${allowed}` === name);
      // An HTTP trigger carries no WeChat token: the panel must leave such calls to the timer.
      if (!config || !isAllowed || config.access === 'http') {
        return answer({ errCode: -604101, errMsg: `function has no permission to call this API: ${name}` });
      }
      return answer(call(readData(optionalText(params, 'requestData'))));
    },
  };
}

function answer(result: object): { data: { responseData: string } } {
  return { data: { responseData: JSON.stringify(result) } };
}

function readData(raw: string | undefined): Parameters {
  const parsed: unknown = raw === undefined ? {} : JSON.parse(raw);
  if (typeof parsed !== 'object' || parsed === null)
    throw new CloudError('INVALID_PARAM', 'requestData 必须是对象');
  return parsed as Parameters;
}

function sendMessage(data: Parameters, sent: SentMessages): object {
  const { touser, templateId = data['template_id'], page, data: fields } = data;
  if (typeof touser !== 'string' || touser === '') return refused(40003, 'invalid openid');
  if (typeof templateId !== 'string' || templateId === '') return refused(40037, 'invalid template_id');
  if (page !== undefined && (typeof page !== 'string' || page.startsWith('/')))
    return refused(41030, 'invalid page');
  if (typeof fields !== 'object' || fields === null || Object.keys(fields).length === 0) {
    return refused(47003, 'argument invalid! data is empty');
  }
  for (const [name, field] of Object.entries(fields as Record<string, unknown>)) {
    const value = (field as { value?: unknown } | null)?.value;
    const limit = FIELD_LIMITS[name.replace(/\d+$/, '')];
    if (limit === undefined || typeof value !== 'string' || value === '' || [...value].length > limit) {
      return refused(47003, `argument invalid! data.${name}.value invalid`);
    }
  }
  if (touser.endsWith(DECLINED_SUFFIX)) return refused(43101, 'user refuse to accept the msg');
  sent.record({ touser, templateId, page, data: fields });
  return { errCode: 0, errMsg: 'openapi.subscribeMessage.send:ok' };
}

function checkText(data: Parameters): object {
  const { content, version, openid, scene } = data;
  if (typeof content !== 'string' || content === '') return refused(44002, 'empty post data');
  if ([...content].length > LONGEST_CHECKED_TEXT) return refused(45002, 'content size out of limit');
  const isRisky = content.includes(RISKY_MARKER);
  if (version !== 2) {
    return isRisky
      ? refused(87014, 'risky content')
      : { errCode: 0, errMsg: 'openapi.security.msgSecCheck:ok' };
  }
  if (typeof openid !== 'string' || openid === '') return refused(40003, 'invalid openid');
  if (typeof scene !== 'number' || ![1, 2, 3, 4].includes(scene))
    return refused(40097, 'invalid args: scene');
  return {
    errCode: 0,
    errMsg: 'openapi.security.msgSecCheck:ok',
    result: isRisky ? { suggest: 'risky', label: 10001 } : { suggest: 'pass', label: 100 },
    detail: [],
    traceId: 'local',
  };
}

const CODE_VERSIONS = ['release', 'trial', 'develop'];
const LONGEST_SCENE = 32;
const NARROWEST_CODE = 280;
const WIDEST_CODE = 1_280;

/** As WeChat's document of getUnlimited says: characters and length of the scene, the page, the version, the width. */
function makeCode(data: Parameters, published: PublishedPages): object {
  const { scene, page, width = 430, check_path: isChecked = true, env_version: version = 'release' } = data;
  if (
    typeof scene !== 'string' ||
    scene.length > LONGEST_SCENE ||
    !/^[A-Za-z0-9!#$&'()*+,/:;=?@\-._~]+$/.test(scene)
  ) {
    return refused(40169, 'invalid length for scene, or the data is not json string');
  }
  if (typeof version !== 'string' || !CODE_VERSIONS.includes(version))
    return refused(40097, 'invalid args: env_version');
  if (typeof isChecked !== 'boolean') return refused(40097, 'invalid args: check_path');
  if (!Number.isInteger(width) || Number(width) < NARROWEST_CODE || Number(width) > WIDEST_CODE)
    return refused(40097, 'invalid args: width');
  // No leading stroke, no parameters; with check_path it must be a page of the mini-program that is published.
  if (page !== undefined && (typeof page !== 'string' || !/^[\w-]+(\/[\w-]+)+$/.test(page)))
    return refused(41030, 'invalid page');
  const pages = isChecked && page !== undefined ? published() : null;
  if (pages !== null && !pages.includes(String(page))) return refused(41030, 'invalid page');
  const image = qrCodePng(scene);
  return {
    errCode: 0,
    errMsg: 'openapi.wxacode.getUnlimited:ok',
    contentType: 'image/png',
    buffer: image.toString('base64'),
  };
}

function refused(errCode: number, why: string): object {
  return { errCode, errMsg: why };
}

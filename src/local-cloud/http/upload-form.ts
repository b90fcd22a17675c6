import type { IncomingMessage } from 'node:http';
import { CloudError } from '../engine/values';

export interface UploadForm {
  /** The path the form names, which must be the one the address names. */
  readonly key: string;
  readonly signature: string;
  readonly bytes: Buffer;
}

/** Room for the fields and boundaries around the file. */
const AROUND_THE_FILE = 64 * 1024;

/** Reads the form in which the mini-program posts one file; refuses what is too large or no such form. */
export async function readUploadForm(request: IncomingMessage, largestFile: number): Promise<UploadForm> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > largestFile + AROUND_THE_FILE) throw new CloudError('EntityTooLarge', '文件超过 20 MB');
    chunks.push(chunk);
  }
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  const form = await new Response(Buffer.concat(chunks), { headers }).formData().catch(() => undefined);
  const file = form?.get('file');
  if (!form || !(file instanceof Blob)) throw new CloudError('MalformedPOSTRequest', '表单里没有文件');
  return {
    key: String(form.get('key') ?? ''),
    signature: String(form.get('Signature') ?? ''),
    bytes: Buffer.from(await file.arrayBuffer()),
  };
}

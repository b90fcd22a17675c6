import type { UploadTicket } from '@contract/actions';

/** Sends a file from a browser to where its ticket says; rejects when it did not arrive or was refused. */
export async function sendFile(blob: Blob, { url, method, fields, headers }: UploadTicket): Promise<void> {
  const body = method === 'POST' ? formOf(fields, blob) : blob;
  const response = await fetch(fromHere(url), { method, headers, body });
  if (!response.ok) throw new Error(`upload answered ${response.status}`);
}

/** The local cloud names itself 127.0.0.1; opened as localhost it would count as a stranger. */
function fromHere(address: string): string {
  const url = new URL(address);
  const loopback = ['127.0.0.1', 'localhost'];
  const isOurs =
    loopback.includes(url.hostname) && loopback.includes(location.hostname) && url.port === location.port;
  return isOurs ? location.origin + url.pathname + url.search : address;
}

/** The fields come first: what stands behind the file is not read. */
function formOf(fields: Record<string, string>, blob: Blob): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', blob);
  return form;
}

import { useEffect, useRef, useState } from 'react';
import type { CodeItem, CodeSettings } from '@contract/codes';
import { sentenceOf } from '../../platform/refusal';
import { usePanelCall, type PanelCall } from '../../platform/use-panel';
import regularUrl from '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf?url';
import boldUrl from '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf?url';

/** How many addresses of pictures are asked for at once, and how many pictures fetched at a time. */
const ADDRESSES_AT_ONCE = 100;
const PICTURES_AT_ONCE = 6;

export type DownloadState =
  | { phase: 'idle' }
  | { phase: 'preparing'; total: number }
  | { phase: 'drawing'; done: number; total: number }
  | { phase: 'failed'; message: string };

interface Download {
  state: DownloadState;
  start: (codes: readonly CodeItem[], name: string) => void;
  cancel: () => void;
}

/** Makes a PDF of these codes in the browser and hands it over as a file; one at a time, called off at any moment. */
export function useDownload(settings: CodeSettings, countyName: string): Download {
  const call = usePanelCall();
  const [state, setState] = useState<DownloadState>({ phase: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const start = (codes: readonly CodeItem[], name: string): void => {
    running.current?.abort();
    const control = new AbortController();
    running.current = control;
    const show = (next: DownloadState): void => {
      if (!control.signal.aborted) setState(next);
    };
    show({ phase: 'preparing', total: codes.length });
    makePdf({ codes, settings, countyName, call, signal: control.signal, show })
      .then((bytes) => {
        if (bytes && !control.signal.aborted) save(bytes, `${name}.pdf`);
        show({ phase: 'idle' });
      })
      .catch((error: unknown) => {
        show({ phase: 'failed', message: error instanceof FontsMissing ? error.message : sentenceOf(error) });
      });
  };
  const cancel = (): void => {
    running.current?.abort();
    setState({ phase: 'idle' });
  };
  return { state, start, cancel };
}

interface PdfWork {
  codes: readonly CodeItem[];
  settings: CodeSettings;
  countyName: string;
  call: PanelCall;
  signal: AbortSignal;
  show: (state: DownloadState) => void;
}

async function makePdf(work: PdfWork): Promise<Uint8Array | null> {
  const { codes, settings, countyName, call, signal, show } = work;
  const [{ makeSheets }, regular, bold, pictures] = await Promise.all([
    import('./sheet/make-sheets'),
    fontAt(regularUrl),
    fontAt(boldUrl),
    picturesOf(codes, call, signal),
  ]);
  const h5Address = h5AddressOf(settings);
  const onProgress = (done: number): void => show({ phase: 'drawing', done, total: codes.length });
  return makeSheets(
    { codes, countyName, settings, h5Address, pictures, fonts: { regular, bold } },
    { onProgress, signal },
  );
}

/** Where plain codes lead: the county's own address, or the server this page came from. */
const h5AddressOf = ({ h5Address }: CodeSettings): string => h5Address ?? `${location.origin}/`;

class FontsMissing extends Error {}
const fonts = new Map<string, Promise<ArrayBuffer>>();

/** The typeface, ten megabytes: fetched when the first sheet is made and kept while the page is open. */
function fontAt(url: string): Promise<ArrayBuffer> {
  const known = fonts.get(url);
  if (known) return known;
  const fetched = fetch(url)
    .then((answer) => {
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.arrayBuffer();
    })
    .catch(() => {
      fonts.delete(url);
      throw new FontsMissing('字体没有下载下来，请检查网络后再试。');
    });
  fonts.set(url, fetched);
  return fetched;
}

/** WeChat's pictures of those that have one; a picture that cannot be had makes way for the plain code. */
async function picturesOf(
  codes: readonly CodeItem[],
  call: PanelCall,
  signal: AbortSignal,
): Promise<Map<string, Uint8Array>> {
  const ready = codes.filter(({ wechat }) => wechat === 'ready').map(({ id }) => id);
  const pictures = new Map<string, Uint8Array>();
  for (let from = 0; from < ready.length && !signal.aborted; from += ADDRESSES_AT_ONCE) {
    const codeIds = ready.slice(from, from + ADDRESSES_AT_ONCE);
    const { urls } = await call('panel.getCodePictures', { codeIds });
    const waiting = Object.entries(urls);
    const worker = async (): Promise<void> => {
      for (let next = waiting.pop(); next && !signal.aborted; next = waiting.pop()) {
        const [id, url] = next;
        const answer = await fetch(url).catch(() => null);
        if (answer?.ok) pictures.set(id, new Uint8Array(await answer.arrayBuffer()));
      }
    };
    await Promise.all(Array.from({ length: PICTURES_AT_ONCE }, worker));
  }
  return pictures;
}

function save(bytes: Uint8Array, name: string): void {
  const url = URL.createObjectURL(new Blob([bytes as BlobPart], { type: 'application/pdf' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

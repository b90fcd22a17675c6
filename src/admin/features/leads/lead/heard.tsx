import { useState, type FormEvent } from 'react';
import { Button } from 'tdesign-react/es/button';
import type { Transcript } from '@contract/lead';
import type { OfficerLeadView } from '@contract/lead-views';
import { mapAddress, sayPoint } from '@shared/points';
import { useToast } from '../../../components/toast';
import { sentenceOf } from '../../../platform/refusal';
import { COMMAND_FORMS } from '../commands/command-forms';
import { useCommand } from '../commands/use-command';
import './heard.css';

/** What was said, filmed and pinned beside the words, as far as this reader may hear and see it. */
export function Heard({ lead }: { lead: OfficerLeadView }) {
  const { voice, videoUrls = [], point } = lead;
  if (!voice && videoUrls.length === 0 && !point) return null;
  return (
    <div className="heard">
      {voice && (
        <section aria-label={`录音，${voice.seconds} 秒`} className="heard__voice">
          <p className="heard__name">录音，{voice.seconds} 秒</p>
          {voice.url ? (
            <audio controls preload="metadata" src={voice.url} aria-label="群众的录音" />
          ) : (
            <p className="quiet">录音只给能知道是谁说的人听。</p>
          )}
          {voice.transcript ? (
            <Written transcript={voice.transcript} text={lead.text ?? ''} />
          ) : (
            <ToWrite lead={lead} />
          )}
        </section>
      )}
      {videoUrls.map((url, index) => (
        <video
          key={url}
          className="heard__film"
          controls
          preload="metadata"
          src={url}
          aria-label={`第 ${index + 1} 段视频`}
        />
      ))}
      {point && (
        <p className="heard__point">
          位置：{sayPoint(point)}（差不多十米）
          <a href={mapAddress(point)} target="_blank" rel="noreferrer">
            在地图上看
          </a>
        </p>
      )}
    </div>
  );
}

/** The words, where they are not the lead's own text already, and whose ear they went through. */
function Written({ transcript: { text: said, by }, text }: { transcript: Transcript; text: string }) {
  return (
    <>
      {said !== text && <p className="prewrap">{said}</p>}
      <p className="quiet">
        {by.kind === 'resident' ? '文字是群众自己写的。' : `文字由${by.name}听录音写下。`}
      </p>
    </>
  );
}

/** Nobody has written it down: listen, write, confirm. */
function ToWrite({ lead }: { lead: OfficerLeadView }) {
  const say = useToast();
  const order = useCommand();
  const [text, setText] = useState('');
  if (!lead.allowed.includes('confirmTranscript')) return <p className="quiet">还没有写成文字。</p>;
  const confirm = (event: FormEvent): void => {
    event.preventDefault();
    order.mutate(
      { command: 'confirmTranscript', lead, values: { text } },
      { onSuccess: () => say(COMMAND_FORMS.confirmTranscript.done) },
    );
  };
  return (
    <form className="heard__form" onSubmit={confirm}>
      <label htmlFor="transcript">听一遍，把说的话写下来</label>
      <textarea id="transcript" rows={4} value={text} onChange={(event) => setText(event.target.value)} />
      <p className="quiet">写好以后按文字分派；没写好之前，不能上报。</p>
      {order.error && (
        <p className="heard__refusal" role="alert">
          {sentenceOf(order.error)}
        </p>
      )}
      <Button type="submit" theme="primary" disabled={text.trim() === '' || order.isPending}>
        写好了
      </Button>
    </form>
  );
}

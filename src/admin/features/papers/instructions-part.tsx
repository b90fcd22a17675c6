import { Button } from 'tdesign-react/es/button';
import { FOLLOW_UP_LABELS } from '@contract/labels-zh';
import { INSTRUCTION_MAX, type InstructionView, type PaperView } from '@contract/papers';
import { sayFullDay, sayFully } from '@shared/dates';
import type { Act } from '../../components/act-sheet';
import { useToast } from '../../components/toast';
import { useServices } from '../../platform/services';
import { useMe } from '../../platform/use-panel';
import { usePaperCommand } from '../../platform/use-papers';

interface PartProps {
  paper: PaperView;
  onAct: (act: Act) => void;
}

/** What leaders wrote on the paper, by when something must have come of it, and what did. */
export function InstructionsPart({ paper, onAct }: PartProps) {
  const give = usePaperCommand();
  const say = useToast();
  const me = useMe();
  const { now } = useServices();
  const on = { paperId: paper.id, version: paper.version };
  const isDesk = me.data?.grants.some(({ role }) => role === 'staff') ?? false;
  const record = (): void =>
    onAct({
      title: isDesk ? '登记批示' : '写批示',
      intro: '批示的原文只有政协机关和领导能看到。从批示那天起十五天内要有落实情况，到期会提醒。',
      fields: [
        ...(isDesk
          ? [{ name: 'leader', label: '哪位领导', kind: 'line' as const, max: 30, help: '例如：分管副县长' }]
          : []),
        { name: 'office', label: '单位', kind: 'line', max: 40 },
        { name: 'givenOn', label: '批示的日子', kind: 'date' },
        { name: 'text', label: '批示原文', kind: 'words', max: INSTRUCTION_MAX },
      ],
      initial: { office: '县政府', givenOn: chinaToday(now()) },
      confirm: isDesk ? '登记' : '写下批示',
      send: async ({ leader = '', office = '', givenOn = '', text = '' }) => {
        await give('recordInstruction', { ...on, ...(leader ? { leader } : {}), office, givenOn, text });
        say('批示记下了，十五天内要有落实情况。');
      },
    });
  const close = ({ id, leader }: InstructionView): void =>
    onAct({
      title: '登记落实情况',
      intro: `${leader}的批示之后，实际做了什么、有了什么变化。领导看得到。`,
      fields: [{ name: 'effect', label: '落实情况', kind: 'words', max: 2000 }],
      confirm: '登记',
      send: async ({ effect = '' }) => {
        await give('closeFollowUp', { ...on, instructionId: id, effect });
        say('落实情况记下了。');
      },
    });
  if (paper.state === 'withdrawn' && paper.instructionList.length === 0) return null;
  return (
    <section className="paper-part sheet">
      <header>
        <h2>批示</h2>
        {paper.instructionList.length > 0 && <span className="quiet">{paper.instructionList.length} 次</span>}
      </header>
      {paper.instructionList.length === 0 && <p className="quiet">还没有批示。</p>}
      <ul>
        {paper.instructionList.map((one) => (
          <li key={one.id} className={`instruction instruction--${one.state}`}>
            <p>
              <strong>{one.leader}</strong>（{one.office}），{sayFullDay(one.givenOn)}
            </p>
            {one.text !== undefined && <blockquote className="prewrap">{one.text}</blockquote>}
            {one.effect ? (
              <p className="instruction__effect">
                <span className="paper-mark">{FOLLOW_UP_LABELS.closed}</span> {one.effect.text}
                <span className="quiet">（{sayFully(one.effect.at)}）</span>
              </p>
            ) : (
              paper.state === 'issued' && (
                <p className="instruction__due">
                  <span className={`paper-mark paper-mark--${one.state}`}>{FOLLOW_UP_LABELS[one.state]}</span>{' '}
                  {sayFullDay(one.dueAt.slice(0, 10))}前要有落实情况
                  {paper.allowed.includes('closeFollowUp') && (
                    <Button size="small" variant="outline" onClick={() => close(one)}>
                      登记落实情况
                    </Button>
                  )}
                </p>
              )
            )}
          </li>
        ))}
      </ul>
      {paper.allowed.includes('recordInstruction') && (
        <Button className="no-print" theme="primary" variant={isDesk ? 'outline' : 'base'} onClick={record}>
          {isDesk ? '登记批示' : '写批示'}
        </Button>
      )}
    </section>
  );
}

const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000;
const chinaToday = (now: string): string =>
  new Date(Date.parse(now) + CHINA_OFFSET_MS).toISOString().slice(0, 10);

import { Button } from 'tdesign-react/es/button';
import { FOLLOW_UP_LABELS } from '@contract/labels-zh';
import { INSTRUCTION_MAX, type InstructionView, type PaperView } from '@contract/papers';
import { sayFullDay, sayFully } from '@shared/dates';
import type { Act, ActField } from '../../components/act-sheet';
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
  const me = useMe();
  const isDesk = me.data?.grants.some(({ role }) => role === 'staff') ?? false;
  const acts = useInstructionActs(paper, isDesk);
  const { instructionList } = paper;
  if (paper.state === 'withdrawn' && instructionList.length === 0) return null;
  return (
    <section className="paper-part sheet">
      <header>
        <h2>批示</h2>
        {instructionList.length > 0 && <span className="quiet">{instructionList.length} 次</span>}
      </header>
      {instructionList.length === 0 && <p className="quiet">还没有批示。</p>}
      <ul>
        {instructionList.map((one) => (
          <InstructionRow
            key={one.id}
            one={one}
            paper={paper}
            onClose={() => onAct(acts.close(one))}
            onCorrect={() => onAct(acts.correct(one))}
          />
        ))}
      </ul>
      {paper.allowed.includes('recordInstruction') && (
        <Button
          className="no-print"
          theme="primary"
          variant={isDesk ? 'outline' : 'base'}
          onClick={() => onAct(acts.record)}
        >
          {isDesk ? '登记批示' : '写批示'}
        </Button>
      )}
    </section>
  );
}

interface RowProps {
  one: InstructionView;
  paper: PaperView;
  onClose: () => void;
  onCorrect: () => void;
}

function InstructionRow({ one, paper, onClose, onCorrect }: RowProps) {
  const { leader, office, givenOn, text, effect, state, dueAt, isCorrectable } = one;
  return (
    <li className={`instruction instruction--${state}`}>
      <p>
        <strong>{leader}</strong>（{office}），{sayFullDay(givenOn)}
        {isCorrectable && (
          <button type="button" className="text-button instruction__correct no-print" onClick={onCorrect}>
            更正<span className="only-read-aloud">{leader}的批示</span>
          </button>
        )}
      </p>
      {text !== undefined && <blockquote className="prewrap">{text}</blockquote>}
      {effect && (
        <p className="instruction__effect">
          <span className="paper-mark">{FOLLOW_UP_LABELS.closed}</span> {effect.text}
          <span className="quiet">（{sayFully(effect.at)}）</span>
        </p>
      )}
      {!effect && (
        <p className="instruction__due">
          <span className={`paper-mark paper-mark--${state}`}>{FOLLOW_UP_LABELS[state]}</span>
          {sayFullDay(dueAt.slice(0, 10))}前要有落实情况
          {paper.allowed.includes('closeFollowUp') && (
            <Button size="small" variant="outline" onClick={onClose}>
              登记落实情况
            </Button>
          )}
        </p>
      )}
    </li>
  );
}

/** The forms: the desk names the leader, a leader writes in their own name. */
function useInstructionActs({ id: paperId, version }: PaperView, isDesk: boolean) {
  const give = usePaperCommand();
  const say = useToast();
  const { now } = useServices();
  const wording: ActField[] = [
    ...(isDesk
      ? [{ name: 'leader', label: '哪位领导', kind: 'line' as const, max: 30, help: '例如：分管副县长' }]
      : []),
    { name: 'office', label: '单位', kind: 'line', max: 40 },
    { name: 'givenOn', label: '批示的日子', kind: 'date' },
    { name: 'text', label: '批示原文', kind: 'words', max: INSTRUCTION_MAX },
  ];
  const record: Act = {
    title: isDesk ? '登记批示' : '写批示',
    intro: '批示的原文只有政协机关和领导能看到。从批示那天起十五天内要有落实情况，到期会提醒。',
    fields: wording,
    initial: { office: '县政府', givenOn: chinaToday(now()) },
    confirm: isDesk ? '登记' : '写下批示',
    send: async ({ leader = '', office = '', givenOn = '', text = '' }) => {
      const named = leader ? { leader } : {};
      await give('recordInstruction', { paperId, version, ...named, office, givenOn, text });
      say('批示记下了，十五天内要有落实情况。');
    },
  };
  const close = ({ id: instructionId, leader }: InstructionView): Act => ({
    title: '登记落实情况',
    intro: `${leader}的批示之后，实际做了什么、有了什么变化。领导看得到。`,
    fields: [{ name: 'effect', label: '落实情况', kind: 'words', max: 2000 }],
    confirm: '登记',
    send: async ({ effect = '' }) => {
      await give('closeFollowUp', { paperId, version, instructionId, effect });
      say('落实情况记下了。');
    },
  });
  const correct = (one: InstructionView): Act => ({
    title: '更正批示',
    intro: '写错了才更正。原来的字和更正的原因留在经过里；十五天从更正后的日子算起。',
    fields: [...wording, { name: 'reason', label: '为什么更正', kind: 'line', max: 200 }],
    initial: { leader: one.leader, office: one.office, givenOn: one.givenOn, text: one.text ?? '' },
    confirm: '更正',
    send: async ({ leader = '', office = '', givenOn = '', text = '', reason = '' }) => {
      const named = isDesk ? { leader } : {};
      const corrected = { instructionId: one.id, ...named, office, givenOn, text, reason };
      await give('correctInstruction', { paperId, version, ...corrected });
      say('批示更正了，原来的字留在经过里。');
    },
  });
  return { record, correct, close };
}

const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000;
const chinaToday = (now: string): string =>
  new Date(Date.parse(now) + CHINA_OFFSET_MS).toISOString().slice(0, 10);

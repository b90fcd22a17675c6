import { useCallback, type ReactNode } from 'react';
import type { OfficerCommand } from '@contract/commands';
import { isConfirmable, type PublicationFlag } from '@contract/publication';
import { FLAGS_TITLE, openFieldsOf, sayFlag } from '@shared/publication-check';
import { Notice } from '../../../components/parts';
import { api } from '../../../data/api';
import { useFoundLater } from '../../../data/use-found-later';
import { Block, Box, Press } from '../../../platform/elements';

interface OpenWordsProps {
  leadId: string;
  command: OfficerCommand;
  written: (name: string) => string;
  confirmed: readonly string[];
  onChange: (confirmed: string[]) => void;
}

/** What in words for other readers looks like somebody's own: changed, or looked at and ticked, one by one. */
export function OpenWords({ leadId, command, written, confirmed, onChange }: OpenWordsProps): ReactNode {
  const fields = openFieldsOf(command);
  const title = fields?.title ? written(fields.title) : '';
  const flags = usePublicationCheck(leadId, title, fields ? written(fields.text) : '');
  if (flags.length === 0) return null;
  const toggle = (words: string): void =>
    onChange(
      confirmed.includes(words) ? confirmed.filter((other) => other !== words) : [...confirmed, words],
    );
  return (
    <Notice tone="warn" title={FLAGS_TITLE}>
      {flags.map((flag) =>
        isConfirmable(flag) ? (
          <Tick
            key={flag.words}
            words={sayFlag(flag)}
            isOn={confirmed.includes(flag.words)}
            onPress={() => toggle(flag.words)}
          />
        ) : (
          <Box key={flag.words}>{sayFlag(flag)}</Box>
        ),
      )}
    </Notice>
  );
}

function Tick({ words, isOn, onPress }: { words: string; isOn: boolean; onPress: () => void }): ReactNode {
  return (
    <Press role="checkbox" checked={isOn} className={isOn ? 'choice choice-on' : 'choice'} onPress={onPress}>
      <Block className="choice-dot" />
      <Block className="grow">
        <Block className="choice-name">{words}</Block>
      </Block>
    </Press>
  );
}

/** What looks like somebody's own. No answer flags nothing: the words are looked through again when they are sent. */
function usePublicationCheck(leadId: string, title: string, text: string): readonly PublicationFlag[] {
  const ask = useCallback(async (): Promise<readonly PublicationFlag[]> => {
    if (title === '' && text === '') return [];
    const result = await api.call('staff.checkPublication', { leadId, title, text });
    return result.ok ? result.data.flags : [];
  }, [leadId, title, text]);
  return useFoundLater(ask);
}

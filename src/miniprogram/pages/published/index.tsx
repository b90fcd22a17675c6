import { useState, type ReactNode } from 'react';
import { BOARD_STATES, type BoardPage, type BoardQuery, type BoardState } from '@contract/board';
import { BOARD_STATE_LABELS } from '@contract/labels-zh';
import type { PublicLead } from '@contract/lead-views';
import { Button } from '../../components/button';
import { Frame } from '../../components/frame';
import { ListRow } from '../../components/parts';
import { PlacePicker } from '../../components/place-picker';
import { Loaded } from '../../components/states';
import { api } from '../../data/api';
import type { Place } from '../../data/places';
import { usePaged } from '../../data/use-paged';
import { Block, Box, Heading, Press, TextInput } from '../../platform/elements';
import { open } from '../../platform/navigate';
import { useParams } from '../../platform/use-params';
import { BoardFiguresPart } from './board-figures';
import { NothingFound } from './nothing-found';
import { PublicRow } from './public-row';

interface Cut {
  place: Place | null;
  words: string;
  state: BoardState | null;
}
const EVERYTHING: Cut = { place: null, words: '', state: null };

const queryOf = ({ place, words, state }: Cut): BoardQuery => ({
  ...(place ? { placeId: place.id } : {}),
  ...(words ? { words } : {}),
  ...(state ? { state } : {}),
});

function PublishedPage(): ReactNode {
  const { id } = useParams();
  const [cut, setCut] = useState<Cut>(EVERYTHING);
  const change = (part: Partial<Cut>): void => setCut((before) => ({ ...before, ...part }));
  return (
    <Frame title="大家反映的事">
      <Box className="stack">
        <Heading level={1}>办得怎么样</Heading>
        <Box className="lead care-hides">公开的内容已经去掉个人信息。</Box>
        <Search
          place={cut.place}
          onPlace={(place) => change({ place })}
          onWords={(words) => change({ words })}
        />
        <States state={cut.state} onChoose={(state) => change({ state })} />
        <Results
          key={JSON.stringify(queryOf(cut))}
          cut={cut}
          openId={id ?? null}
          onPlace={(place) => change({ place })}
          onEverything={() => setCut(EVERYTHING)}
        />
        <Box className="list">
          <ListRow id="go-place" onPress={() => open('place', cut.place ? { placeId: cut.place.id } : {})}>
            <Block className="row-title">这一片的委员和联络站</Block>
            <Block className="quiet">谁替我们说话，哪里能当面说。</Block>
          </ListRow>
        </Box>
      </Box>
    </Frame>
  );
}

interface ResultsProps {
  cut: Cut;
  openId: string | null;
  onPlace: (place: Place) => void;
  onEverything: () => void;
}

/** The list of one cut. Another cut is another list: what is said of one never stands above the rows of the one before. */
function Results({ cut, openId, onPlace, onEverything }: ResultsProps): ReactNode {
  const query = queryOf(cut);
  const board = usePaged<PublicLead, BoardPage>(JSON.stringify(query), (cursor) =>
    api.call('resident.listPublished', cursor ? { ...query, cursor } : query),
  );
  return (
    <Loaded state={board.state} onRetry={board.reload}>
      {(page) => (
        <Box className="stack">
          {page.figures ? <BoardFiguresPart figures={page.figures} /> : null}
          <Box className="quiet" role="status" id="board-total">
            {sayTotal(cut, page.total)}
          </Box>
          <Rows page={page} openId={openId} />
          {page.items.length === 0 ? (
            <NothingFound words={cut.words} place={cut.place} onPlace={onPlace} onEverything={onEverything} />
          ) : null}
          {page.nextCursor ? (
            <Button kind="plain" onPress={board.more} busy={board.loadingMore ? '正在打开…' : null}>
              看更多
            </Button>
          ) : null}
        </Box>
      )}
    </Loaded>
  );
}

function sayTotal({ place, words, state }: Cut, total: number): string {
  const which = `${place?.name ?? '全县'}${state ? BOARD_STATE_LABELS[state] : '公开'}的`;
  const found = total === 0 ? '现在没有' : `有 ${total} 件`;
  return words
    ? `${which}事里，带「${words}」的${found}。`
    : `${which}，${total === 0 ? found : `一共 ${total} 件`}。`;
}

function Rows({ page, openId: first }: { page: BoardPage; openId: string | null }): ReactNode {
  const [openId, setOpenId] = useState<string | null>(first);
  return (
    <Box className="list list-first">
      {page.items.map((lead) => (
        <PublicRow
          key={lead.id}
          lead={lead}
          open={lead.id === openId}
          onToggle={() => setOpenId(lead.id === openId ? null : lead.id)}
        />
      ))}
    </Box>
  );
}

interface SearchProps {
  place: Place | null;
  onPlace: (place: Place | null) => void;
  onWords: (words: string) => void;
}

function Search({ place, onPlace, onWords }: SearchProps): ReactNode {
  return (
    <Box className="stack">
      <Words onWords={onWords} />
      <Where place={place} onPlace={onPlace} />
    </Box>
  );
}

/** Words, pinyin or first letters; what is typed counts once one taps, or presses the key to look. */
function Words({ onWords }: Pick<SearchProps, 'onWords'>): ReactNode {
  const [typed, setTyped] = useState('');
  const [isTooShort, setTooShort] = useState(false);
  const find = (): void => {
    const words = typed.trim();
    setTooShort(Array.from(words).length === 1);
    if (Array.from(words).length !== 1) onWords(words);
  };
  return (
    <Box className="stack">
      <Box className="row search-row">
        <Box className="grow">
          <TextInput
            id="board-words"
            className="input"
            label="找一找公开的事"
            placeholder="如 路灯，或 ld"
            value={typed}
            maxLength={40}
            onInput={(words) => {
              setTyped(words);
              setTooShort(false);
              if (words.trim() === '') onWords('');
            }}
            onEnter={find}
          />
        </Box>
        <Box className="search-go">
          <Button id="board-find" kind="plain" onPress={find}>
            找
          </Button>
        </Box>
      </Box>
      {isTooShort ? (
        <Box className="field-problem" role="alert">
          请多写一个字再找。
        </Box>
      ) : null}
    </Box>
  );
}

function Where({ place, onPlace }: Pick<SearchProps, 'place' | 'onPlace'>): ReactNode {
  const [picking, setPicking] = useState(false);
  return (
    <Box className="stack">
      <Box className="row-spread">
        <Press className="input place-value" id="board-place" onPress={() => setPicking(true)}>
          <Block className="grow">{place?.name ?? '全县'}</Block>
          <Block className="link">换地方</Block>
        </Press>
      </Box>
      {place ? (
        <Button kind="quiet" onPress={() => onPlace(null)}>
          看全县的
        </Button>
      ) : null}
      {picking ? (
        <PlacePicker
          onClose={() => setPicking(false)}
          onPick={(picked) => {
            setPicking(false);
            onPlace(picked);
          }}
        />
      ) : null}
    </Box>
  );
}

function States({
  state,
  onChoose,
}: {
  state: BoardState | null;
  onChoose: (state: BoardState | null) => void;
}): ReactNode {
  return (
    <Box className="chips chips-even" role="radiogroup" label="看哪一种">
      {[null, ...BOARD_STATES].map((each) => (
        <Press
          key={each ?? 'all'}
          id={`state-${each ?? 'all'}`}
          role="radio"
          checked={each === state}
          className={each === state ? 'chip chip-on' : 'chip'}
          onPress={() => onChoose(each)}
        >
          {each === null ? '全部' : BOARD_STATE_LABELS[each]}
        </Press>
      ))}
    </Box>
  );
}

export default PublishedPage;

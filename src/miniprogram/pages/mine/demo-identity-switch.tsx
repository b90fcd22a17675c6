import { useEffect, useState, type ReactNode } from 'react';
import { Button } from '../../components/button';
import { ListRow } from '../../components/parts';
import { Sheet } from '../../components/sheet';
import { Block, Box } from '../../platform/elements';
import { host } from '../../platform/host';
import type { DemoIdentity } from '../../platform/host-types';
import { goHome, open } from '../../platform/navigate';

/** Lets one be somebody else where a demonstration is running; shows nothing anywhere else. */
export function DemoIdentitySwitch(): ReactNode {
  const [people, setPeople] = useState<DemoIdentity[]>([]);
  const [choosing, setChoosing] = useState(false);
  useEffect(() => {
    void host.listDemoIdentities().then(setPeople);
  }, []);
  if (people.length === 0) return null;

  const current = people.find(({ openid }) => openid === host.currentDemoIdentity());
  const become = (person: DemoIdentity | null): void => {
    host.becomeDemoIdentity(person?.openid ?? null);
    setChoosing(false);
    if (person?.officer) open('staffQueue');
    else goHome();
  };
  return (
    <Box>
      <Button id="demo-identity" kind="quiet" onPress={() => setChoosing(true)}>
        {`演示身份：${current?.name ?? '我自己'}`}
      </Button>
      {choosing ? (
        <Sheet title="换一个演示身份" onClose={() => setChoosing(false)}>
          <Box className="note">只在演示时有，正式使用时没有。</Box>
          <Box className="list">
            <ListRow onPress={() => become(null)}>我自己</ListRow>
            {people.map((person) => (
              <ListRow key={person.openid} id={`demo-${person.openid}`} onPress={() => become(person)}>
                <Block className="row-title">{person.name}</Block>
                <Block className="note">{person.note}</Block>
              </ListRow>
            ))}
          </Box>
        </Sheet>
      ) : null}
    </Box>
  );
}

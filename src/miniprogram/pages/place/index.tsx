import { useState, type ReactNode } from 'react';
import type { Neighbourhood } from '@contract/board';
import { STATION_KIND_LABELS } from '@contract/labels-zh';
import type { CallResult } from '@shared/client';
import { Button } from '../../components/button';
import { Frame } from '../../components/frame';
import { Section } from '../../components/parts';
import { PlacePicker } from '../../components/place-picker';
import { EmptyState, Loaded } from '../../components/states';
import { api } from '../../data/api';
import { recentPlaces } from '../../data/places';
import { useLoad } from '../../data/use-load';
import { Block, Box, Heading, Press } from '../../platform/elements';
import { host } from '../../platform/host';
import { open } from '../../platform/navigate';
import { useParams } from '../../platform/use-params';

/** Who is near a place; one the county does not know is not offered again. */
async function askNear(placeId: string): Promise<CallResult<Neighbourhood>> {
  const answer = await api.call('resident.getNeighbourhood', { placeId });
  if (!answer.ok && answer.error.code === 'NOT_FOUND') recentPlaces.forget(placeId);
  return answer;
}

function PlacePage(): ReactNode {
  const { placeId: given } = useParams();
  const [placeId, setPlaceId] = useState<string | null>(given ?? recentPlaces.read()[0]?.id ?? null);
  const [picking, setPicking] = useState(false);
  const near = useLoad(placeId, () => askNear(placeId ?? ''));
  return (
    <Frame title="委员和联络站">
      <Box className="stack-wide">
        {placeId === null ? (
          <EmptyState seal="在" title="您在哪个村、哪个社区？">
            <Button id="pick-place" onPress={() => setPicking(true)}>
              选地方
            </Button>
          </EmptyState>
        ) : (
          <Loaded state={near.state} onRetry={near.reload}>
            {(data) => <Near near={data} onChange={() => setPicking(true)} />}
          </Loaded>
        )}
        {placeId !== null && near.state.phase === 'error' ? (
          <Button id="pick-place" kind="plain" onPress={() => setPicking(true)}>
            选别的地方
          </Button>
        ) : null}
        {picking ? (
          <PlacePicker
            onClose={() => setPicking(false)}
            onPick={({ id }) => {
              setPicking(false);
              setPlaceId(id);
            }}
          />
        ) : null}
      </Box>
    </Frame>
  );
}

function Near({ near, onChange }: { near: Neighbourhood; onChange: () => void }): ReactNode {
  return (
    <Box className="stack-wide">
      <Box className="stack">
        <Heading level={1}>找得到人，说得上话</Heading>
        <Press className="input place-value" id="change-place" onPress={onChange}>
          <Block className="grow">{near.placeName}</Block>
          <Block className="link">换地方</Block>
        </Press>
      </Box>
      <Section title="哪里能当面说" id="stations">
        {near.stations.length === 0 ? <Box className="quiet">这里还没有联络站，可以在手机上说。</Box> : null}
        {near.stations.map((station) => (
          <StationCard key={station.id} station={station} />
        ))}
      </Section>
      <Section title="谁替我们说话" id="people">
        <Office
          role="联络员"
          name={near.liaison}
          what="这里的事，一般先由联络员看；反映干部的，直接到县政协。"
        />
        <Office role="召集人" name={near.convener} what="召集委员一起商量。" />
        {near.members.length > 0 ? (
          <Box>
            <Box className="strong">{`${near.townshipName}的委员，${near.members.length} 位`}</Box>
            <Box role="list" className="list">
              {near.members.map(({ name, sectorName }) => (
                <Box key={`${name} ${sectorName}`} role="listitem" className="fact-line">
                  <Block className="strong">{name}</Block>
                  <Block className="quiet">{sectorName}</Block>
                </Box>
              ))}
            </Box>
          </Box>
        ) : null}
        <Box className="note">电话不公开。要找委员，去联络站，或者在这里说，会转到。</Box>
      </Section>
      <Button onPress={() => open('submit')}>说说您遇到的问题</Button>
    </Box>
  );
}

function Office({ role, name, what }: { role: string; name: string | null; what: string }): ReactNode {
  return (
    <Box className="fact">
      <Box>
        {`${role}：`}
        {name ?? '暂时空着，请先找县政协办公室'}
      </Box>
      {name === null ? null : <Box className="quiet">{what}</Box>}
    </Box>
  );
}

function StationCard({ station }: { station: Neighbourhood['stations'][number] }): ReactNode {
  const { phone } = station;
  return (
    <Box className="card stack">
      <Box>
        <Box className="note">{`${STATION_KIND_LABELS[station.kind]}，${station.placeName}`}</Box>
        <Heading level={3}>{station.name}</Heading>
      </Box>
      <Box>{station.address}</Box>
      <Box>
        <Box>{`开门：${unbroken(station.hours)}`}</Box>
        {station.duty ? <Box className="strong">{station.duty}</Box> : null}
      </Box>
      {phone ? (
        <Button kind="plain" onPress={() => host.dial(phone)}>
          {`拨打 ${phone}`}
        </Button>
      ) : null}
    </Box>
  );
}

/** From one hour to another stays on one line. */
const unbroken = (hours: string): string => hours.replaceAll('—', '\u2060—\u2060');

export default PlacePage;

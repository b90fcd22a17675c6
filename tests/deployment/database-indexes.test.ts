import { describe, expect, it } from 'vitest';
import schema from '../../config/database.json';
import { indexRequests } from '../../config/deploy-database.mjs';

const requests = indexRequests(schema as unknown as Parameters<typeof indexRequests>[0]);

describe('deploying the database', () => {
  it('asks for every declared collection and every index of it', () => {
    expect(requests.map(({ collection }) => collection)).toEqual(Object.keys(schema.collections));
    const asked = requests.flatMap(({ createIndexes }) => createIndexes.map(({ IndexName }) => IndexName));
    const declared = Object.values(schema.collections).flatMap(({ indexes }) =>
      indexes.map(({ name }) => name),
    );
    expect(asked).toEqual(declared);
  });

  it('keeps key order, direction, uniqueness and sparseness', () => {
    const leads = requests.find(({ collection }) => collection === 'leads');
    const byQueue = leads?.createIndexes.find(({ IndexName }) => IndexName === 'by_queue');
    expect(byQueue?.MgoKeySchema).toEqual({
      MgoIsUnique: false,
      MgoIsSparse: false,
      MgoIndexKeys: [
        { Name: 'countyId', Direction: '1' },
        { Name: 'queueKeys', Direction: '1' },
        { Name: 'order', Direction: '-1' },
      ],
    });
    const byNumber = leads?.createIndexes.find(({ IndexName }) => IndexName === 'by_number');
    expect(byNumber?.MgoKeySchema).toMatchObject({ MgoIsUnique: true, MgoIsSparse: true });
  });

  it('stays within the twenty indexes a collection may have', () => {
    for (const { createIndexes } of requests) expect(createIndexes.length).toBeLessThanOrEqual(20);
  });
});

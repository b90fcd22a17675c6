import { expect, it } from 'vitest';
import { prepareUpload } from '../../cloudfunctions/core/app/lead/prepare-upload';
import { sha256 } from '../support/builders';

it('a file is never named with a dash in front, whatever was drawn: no storage takes such a name', async () => {
  const paths: string[] = [];
  const ports = {
    digest: sha256,
    random: { token: () => '-_drawn' },
    files: {
      prepareUpload: (path: string) => {
        paths.push(path);
        return Promise.resolve({});
      },
    },
  };
  const call = { caller: { kind: 'resident', openid: 'o' }, ports, requestId: '', fingerprint: '' };
  await prepareUpload({ contentType: 'image/png', bytes: 10 }, call as never);
  expect(paths).toEqual([expect.stringMatching(/^evidence\/\w+\/\w[^/]*\.png$/)]);
});

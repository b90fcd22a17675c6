import type { ReactNode } from 'react';
import { Box, Picture, Press } from '../platform/elements';
import { host } from '../platform/host';

/** Photos side by side; a tap shows one large. Nothing where there are none. */
export function PhotoStrip({ urls, what = '照片' }: { urls: readonly string[]; what?: string }): ReactNode {
  if (urls.length === 0) return null;
  return (
    <Box className="photos" role="group" label={`${what}，共${urls.length}张`}>
      {urls.map((url, index) => (
        <Press
          key={url}
          className="photo"
          label={`第${index + 1}张${what}，点开看大图`}
          onPress={() => host.showPhotos(urls, index)}
        >
          <Picture className="photo-image" src={url} label={`第${index + 1}张${what}`} />
        </Press>
      ))}
    </Box>
  );
}

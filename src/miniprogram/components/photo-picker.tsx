import { useState, type ReactNode } from 'react';
import type { DraftPhoto } from '../data/draft';
import { Block, Box, Picture, Press, Span } from '../platform/elements';
import { host } from '../platform/host';

interface PhotoPickerProps {
  photos: DraftPhoto[];
  max: number;
  bytesMax: number;
  problem: string | null;
  onChange: (photos: DraftPhoto[]) => void;
}

/** Photos to go with the words: adds up to `max`, removes, and says which are already in the cloud. */
export function PhotoPicker({ photos, max, bytesMax, problem, onChange }: PhotoPickerProps): ReactNode {
  const [trouble, setTrouble] = useState<string | null>(null);

  const add = async (): Promise<void> => {
    const picked = await host.choosePhotos(max - photos.length);
    const fitting = picked.photos.filter(({ bytes }) => bytes <= bytesMax);
    const lost = picked.unreadable + picked.photos.length - fitting.length;
    setTrouble(lost > 0 ? `有${lost}张照片打不开或太大，请换一张，也可以把它截个图再选。` : null);
    if (fitting.length > 0) onChange([...photos, ...fitting.map((photo) => ({ ...photo, fileId: null }))]);
  };

  return (
    <Box>
      <Span className="field-label">
        照片<Span className="note">（可以不加，最多{max}张）</Span>
      </Span>
      <Box className="photos">
        {photos.map((photo, index) => (
          <Box key={photo.key} className="photo">
            {photo.preview ? (
              <Picture className="photo-image" src={photo.preview} label={`第${index + 1}张照片`} />
            ) : null}
            {photo.fileId ? <Block className="photo-state">已上传</Block> : null}
            <Press
              className="photo-remove"
              label={`去掉第${index + 1}张照片`}
              onPress={() => onChange(photos.filter(({ key }) => key !== photo.key))}
            >
              ×
            </Press>
          </Box>
        ))}
        {photos.length < max ? (
          <Press className="photo-add" label="加照片" onPress={() => void add()}>
            <Block className="photo-plus">+</Block>
            <Block>加照片</Block>
          </Press>
        ) : null}
      </Box>
      {(trouble ?? problem) ? (
        <Box className="field-problem" role="alert">
          {trouble ?? problem}
        </Box>
      ) : null}
    </Box>
  );
}

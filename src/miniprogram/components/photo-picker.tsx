import { useState, type ReactNode } from 'react';
import type { DraftPhoto } from '../data/draft';
import { Block, Box, Picture, Press, Span } from '../platform/elements';
import { host } from '../platform/host';

interface PhotoPickerProps {
  photos: DraftPhoto[];
  max: number;
  problem: string | null;
  /** What is said of them once there are some; residents are told who sees theirs. */
  note?: string | null;
  onChange: (photos: DraftPhoto[]) => void;
}

/** Numbers and names are hidden in words; nobody hides them in a picture, and a resident should know before sending it. */
const WHO_SEES_PHOTOS =
  '照片不公开，办事的人看得到。照片里的人脸、车牌、门牌、电话，我们遮不了。不想让人看见，请换一张。';

/** Photos to go with the words: adds up to `max`, removes, and says which are already in the cloud. */
export function PhotoPicker({
  photos,
  max,
  problem,
  note = WHO_SEES_PHOTOS,
  onChange,
}: PhotoPickerProps): ReactNode {
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const add = async (): Promise<void> => {
    setBusy(true);
    const picked = await host.media.choosePhotos(max - photos.length);
    setBusy(false);
    setTrouble(picked.problem);
    if (picked.files.length > 0)
      onChange([...photos, ...picked.files.map((photo) => ({ ...photo, fileId: null }))]);
  };

  return (
    <Box>
      <Span className="field-label">
        照片<Span className="note">（可以不加，最多{max}张）</Span>
      </Span>
      <Box className="photos">
        {photos.map((photo, index) => (
          <Photo
            key={photo.key}
            photo={photo}
            place={index + 1}
            onRemove={() => onChange(photos.filter(({ key }) => key !== photo.key))}
          />
        ))}
        {photos.length < max ? (
          <Press
            id="add-photo"
            className="photo-add"
            label="加照片"
            disabled={busy}
            onPress={() => void add()}
          >
            <Block className="photo-plus">+</Block>
            <Block>{busy ? '正在加…' : '加照片'}</Block>
          </Press>
        ) : null}
      </Box>
      {note !== null && photos.length > 0 ? (
        <Box className="note" id="photos-shown">
          {note}
        </Box>
      ) : null}
      {(trouble ?? problem) ? (
        <Box className="field-problem" role="alert">
          {trouble ?? problem}
        </Box>
      ) : null}
    </Box>
  );
}

interface PhotoProps {
  photo: DraftPhoto;
  place: number;
  onRemove: () => void;
}

function Photo({ photo, place, onRemove }: PhotoProps): ReactNode {
  return (
    <Box className="photo">
      {photo.preview ? (
        <Picture className="photo-image" src={photo.preview} label={`第${place}张照片`} />
      ) : null}
      {photo.fileId ? <Block className="photo-state">传好了</Block> : null}
      {photo.gone ? <Block className="photo-state">不在手机里了</Block> : null}
      <Press className="photo-remove" label={`去掉第${place}张照片`} onPress={onRemove}>
        ×
      </Press>
    </Box>
  );
}

import { Narrator } from './Narrator.tsx';
import { Places } from './Places.tsx';
import { Pointed } from './Pointed.tsx';

/** What is said of the places in the picture: to eyes, ears and keys. */
export function PlaceWords() {
  return (
    <>
      <Places />
      <Narrator />
      <Pointed />
    </>
  );
}

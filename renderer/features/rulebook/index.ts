export { RulebookRoom } from './rulebook-room.tsx';

export { EvidenceRoom } from './evidence-room.tsx';

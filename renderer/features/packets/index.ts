/** Material (申诉材料): what stands in the way, the export, and what was exported. */
import './packets.css';

export { PacketStep } from './packet-step.tsx';

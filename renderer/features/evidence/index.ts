/** The originals of the workspace: the room that lists them, and the ways in for every other room. */
import './evidence.css';

export { EvidenceRoom } from './evidence-room.tsx';
export { ExhibitField } from './exhibit-field.tsx';
export { ExhibitsField } from './exhibits-field.tsx';
export { ExhibitPreview, ExhibitView } from './exhibit-preview.tsx';
export { ExhibitMultiSelect, ExhibitSelect } from './exhibit-select.tsx';
export { IntakeState } from './intake-state.tsx';
export { TextItemDialog } from './text-item-dialog.tsx';
export { useIntake } from './use-intake.ts';

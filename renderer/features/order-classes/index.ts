/** What can be shown for each order of a notice: 凭证齐全, 真实但凭证不足, 确有违规 (internal). */
import './order-classes.css';

export { ClassWord } from './class-word.tsx';
export { OrderBoard } from './order-board.tsx';

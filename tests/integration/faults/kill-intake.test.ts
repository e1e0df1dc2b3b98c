import { killSlice } from '../../helpers/kill-slice.ts';

killSlice('intake');

import type { WorkCalendar } from '../calendar.ts';

const newYear = { zh: '元旦', en: "New Year's Day" };
const spring = { zh: '春节', en: 'Spring Festival' };
const qingming = { zh: '清明节', en: 'Tomb-Sweeping Day' };
const labour = { zh: '劳动节', en: 'Labour Day' };
const dragonBoat = { zh: '端午节', en: 'Dragon Boat Festival' };
const midAutumn = { zh: '中秋节', en: 'Mid-Autumn Festival' };
const national = { zh: '国庆节', en: 'National Day' };
const nationalAndMidAutumn = { zh: '国庆节、中秋节', en: 'National Day and Mid-Autumn Festival' };

/**
 * Working days of mainland China with 调休, from the State Council's yearly notices.
 *
 * 2027 holds only the statutory days (rev. Nov 2024) and the weekend compensation that follows from them: until the
 * notice is out, everything that touches it is an estimate.
 */
export const chinaCalendar: WorkCalendar = {
  id: 'CN',
  region: { zh: '中国大陆', en: 'Mainland China' },
  validThrough: '2026-12-31',
  years: [
    {
      year: 2025,
      status: 'published',
      source: {
        title: {
          zh: '国务院办公厅关于2025年部分节假日安排的通知',
          en: 'General Office of the State Council: notice on 2025 holidays',
        },
        address: 'gov.cn/zhengce/zhengceku/202411/content_6986383.htm',
        date: '2024-11-12',
      },
      daysOff: [
        { from: '2025-01-01', to: '2025-01-01', name: newYear },
        { from: '2025-01-28', to: '2025-02-04', name: spring },
        { from: '2025-04-04', to: '2025-04-06', name: qingming },
        { from: '2025-05-01', to: '2025-05-05', name: labour },
        { from: '2025-05-31', to: '2025-06-02', name: dragonBoat },
        { from: '2025-10-01', to: '2025-10-08', name: nationalAndMidAutumn },
      ],
      makeupDays: [
        { from: '2025-01-26', to: '2025-01-26', name: spring },
        { from: '2025-02-08', to: '2025-02-08', name: spring },
        { from: '2025-04-27', to: '2025-04-27', name: labour },
        { from: '2025-09-28', to: '2025-09-28', name: nationalAndMidAutumn },
        { from: '2025-10-11', to: '2025-10-11', name: nationalAndMidAutumn },
      ],
    },
    {
      year: 2026,
      status: 'published',
      source: {
        title: {
          zh: '国务院办公厅关于2026年部分节假日安排的通知',
          en: 'General Office of the State Council: notice on 2026 holidays',
        },
        address: 'gov.cn/zhengce/zhengceku/202511/content_7047091.htm',
        date: '2025-11-04',
      },
      daysOff: [
        { from: '2026-01-01', to: '2026-01-03', name: newYear },
        { from: '2026-02-15', to: '2026-02-23', name: spring },
        { from: '2026-04-04', to: '2026-04-06', name: qingming },
        { from: '2026-05-01', to: '2026-05-05', name: labour },
        { from: '2026-06-19', to: '2026-06-21', name: dragonBoat },
        { from: '2026-09-25', to: '2026-09-27', name: midAutumn },
        { from: '2026-10-01', to: '2026-10-07', name: national },
      ],
      makeupDays: [
        { from: '2026-01-04', to: '2026-01-04', name: newYear },
        { from: '2026-02-14', to: '2026-02-14', name: spring },
        { from: '2026-02-28', to: '2026-02-28', name: spring },
        { from: '2026-05-09', to: '2026-05-09', name: labour },
        { from: '2026-09-20', to: '2026-09-20', name: national },
        { from: '2026-10-10', to: '2026-10-10', name: national },
      ],
    },
    {
      year: 2027,
      status: 'provisional',
      source: {
        title: {
          zh: '全国年节及纪念日放假办法（2024年11月修订）；2027年通知尚未收录',
          en: 'Holiday regulations as revised in November 2024; the 2027 notice is not in this data yet',
        },
        address: null,
        date: null,
      },
      daysOff: [
        { from: '2027-01-01', to: '2027-01-01', name: newYear },
        { from: '2027-02-05', to: '2027-02-10', name: spring },
        { from: '2027-04-05', to: '2027-04-05', name: qingming },
        { from: '2027-05-01', to: '2027-05-04', name: labour },
        { from: '2027-06-09', to: '2027-06-09', name: dragonBoat },
        { from: '2027-09-15', to: '2027-09-15', name: midAutumn },
        { from: '2027-10-01', to: '2027-10-05', name: national },
      ],
      makeupDays: [],
    },
  ],
};

/** Campaigns (活动说明): what ran when orders rose, what shows it, and the orders a day around it. */
import './campaigns.css';

export { CampaignDesk } from './campaign-desk.tsx';

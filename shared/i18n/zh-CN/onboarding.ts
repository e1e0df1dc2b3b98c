import type { onboarding as english } from '../en/onboarding.ts';
import { chineseOf } from '../texts.ts';

export const onboarding = chineseOf<typeof english>()({
  question: '出了什么事？',
  sub: '选一个就能开始，所有内容只存在这台电脑上。',
  appeal: '收到处罚通知',
  appealDetail: '把通知贴进来，马上看到截止时间、涉及哪些订单、该找谁要什么。不用先导订单。',
  report: '遇到恶意买家',
  reportDetail: '恶意拍下不付款、骚扰威胁、拿差评要挟、恶意纠纷。',
  dispute: '有纠纷或别的事要申诉',
  disputeDetail: '纠纷举证、拒付、退款争议、单项处罚：先看规则值不值得交，再备材料。',
  rejected: '之前的申诉被驳回',
  rejectedDetail: '先把上次交了什么、平台怎么回的记清楚，再看还能不能交、怎么交。',
  lookUp: '只想查规则',
  lookUpDetail: '看规则原文、出处和日期，以及说法不一的地方。',
  nameStore: '是哪个店铺？',
  nameStoreText: '起个自己认得出的名字就行。任何时候都不需要平台的登录信息。',
  goOn: '继续',
  where: '你录入的一切都存在这台电脑的这个文件夹里：{{folder}}',
});

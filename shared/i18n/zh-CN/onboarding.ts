import type { onboarding as english } from '../en/onboarding.ts';
import { chineseOf } from '../texts.ts';

export const onboarding = chineseOf<typeof english>()({
  question: '出了什么事？',
  sub: '选一个就能开始，所有内容只存在这台电脑上。',
  appeal: '收到了处罚通知',
  appealDetail: '平台处罚了你的订单或店铺，想申诉。',
  report: '遇到了恶意买家',
  reportDetail: '恶意拍下不付款、骚扰威胁、拿差评要挟、恶意纠纷。',
  dispute: '有纠纷要回应',
  disputeDetail: '买家开了纠纷，回应时间在走。',
  lookUp: '只想查规则',
  lookUpDetail: '看规则原文、出处和日期，以及说法不一的地方。',
  nameStore: '是哪个店铺？',
  nameStoreText: '起个自己认得出的名字就行。任何时候都不需要平台的登录信息。',
  goOn: '继续',
  where: '你录入的一切都存在这台电脑的这个文件夹里：{{folder}}',
});

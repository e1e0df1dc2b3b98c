const LATIN_NAMES =
  /(?<![A-Za-z])(?:ali ?express|taobao|tmall|pinduoduo|temu|shopee|lazada|tiktok|douyin|kuaishou|xiaohongshu|weidian|jingdong|jd\.com|alibaba|amazon|e-?bay|etsy|walmart|mercadolibre|shein|ozon|wildberries|newegg|paypal|1688)(?![A-Za-z])/i;
const CHINESE_NAMES =
  /速卖通|全球速卖通|淘宝|天猫|拼多多|京东|虾皮|来赞达|抖音|抖店|快手|小红书|微店|亚马逊|沃尔玛|得物|希音/;
const RULE_IDS =
  /(?<![A-Za-z0-9])(?:S1|S2|TB|AE|JD|CN|AZ|TT|WM|DY|SP|PI|EB|NW|EV|WX|PP|PD|LZ|ET|ST|SH|AL|KS|XH)-\d{2,3}(?!\d)/;

/** What a platform is called and what its rules say lives in packs, which a non-programmer can read and correct. */
export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: { knowledge: '"{{found}}" is platform knowledge: it belongs in shared/rulebook/packs.' },
  },
  create(context) {
    const check = (node, text) => {
      if (typeof text !== 'string') return;
      const found = LATIN_NAMES.exec(text) ?? CHINESE_NAMES.exec(text) ?? RULE_IDS.exec(text);
      if (found) context.report({ node, messageId: 'knowledge', data: { found: found[0] } });
    };
    return {
      Literal(node) {
        check(node, node.value);
      },
      TemplateElement(node) {
        check(node, node.value.cooked);
      },
      JSXText(node) {
        check(node, node.value);
      },
      Property(node) {
        if (node.key.type === 'Identifier') check(node.key, node.key.name);
      },
    };
  },
};

  CASE
    WHEN conduct = 'ordinary' THEN 'not-eligible'
    WHEN conduct IS NULL THEN 'fact-missing'
    WHEN conduct = 'shown' THEN 'eligible'
    ELSE 'weak'
  END AS "pinduoduo.report-buyer.malicious-conduct",
  CASE
    WHEN NOT window_still_open OR defence = 'none' THEN 'not-eligible'
    WHEN window_still_open IS NULL OR defence IS NULL THEN 'fact-missing'
    WHEN defence = 'full' AND basis_known THEN 'eligible'
    ELSE 'weak'
  END AS "pinduoduo.violation.not-as-described",
  CASE
    WHEN NOT window_still_open OR documented_order_count = 0 THEN 'not-eligible'
    WHEN window_still_open IS NULL OR documented_order_count IS NULL THEN 'fact-missing'
    WHEN unsorted_order_count = 0 THEN 'eligible'
    ELSE 'weak'
  END AS "pinduoduo.violation.fake-transaction",

  CASE
    WHEN NOT window_still_open OR NOT evidence_genuine OR defence = 'none' THEN 'not-eligible'
    WHEN window_still_open IS NULL OR evidence_genuine IS NULL OR defence IS NULL THEN 'fact-missing'
    WHEN defence = 'full' AND basis_known THEN 'eligible'
    ELSE 'weak'
  END AS "douyin.appeal.penalty",
  CASE
    WHEN NOT window_still_open OR NOT evidence_genuine OR defence = 'none' THEN 'not-eligible'
    WHEN window_still_open IS NULL OR evidence_genuine IS NULL OR defence IS NULL THEN 'fact-missing'
    WHEN defence = 'full' AND basis_known THEN 'eligible'
    ELSE 'weak'
  END AS "douyin.appeal.review",
  CASE
    WHEN NOT window_still_open OR NOT evidence_genuine OR defence = 'none' THEN 'not-eligible'
    WHEN window_still_open IS NULL OR evidence_genuine IS NULL OR defence IS NULL THEN 'fact-missing'
    WHEN defence = 'full' AND basis_known THEN 'eligible'
    ELSE 'weak'
  END AS "douyin.appeal.arbitration",
  CASE
    WHEN NOT window_still_open OR NOT evidence_genuine OR defence = 'none' THEN 'not-eligible'
    WHEN window_still_open IS NULL OR evidence_genuine IS NULL OR defence IS NULL THEN 'fact-missing'
    WHEN defence = 'full' AND basis_known THEN 'eligible'
    ELSE 'weak'
  END AS "douyin.appeal.payout",
  CASE
    WHEN conduct = 'ordinary' THEN 'not-eligible'
    WHEN conduct IS NULL THEN 'fact-missing'
    WHEN conduct = 'shown' THEN 'eligible'
    ELSE 'weak'
  END AS "douyin.report-buyer.malicious-conduct",
  CASE
    WHEN NOT window_still_open OR NOT evidence_genuine OR defence = 'none' THEN 'not-eligible'
    WHEN window_still_open IS NULL OR evidence_genuine IS NULL OR defence IS NULL THEN 'fact-missing'
    WHEN defence = 'full' AND basis_known THEN 'eligible'
    ELSE 'weak'
  END AS "douyin.sampling.sampling",

  CASE
    WHEN NOT window_still_open OR defence = 'none' THEN 'not-eligible'
    WHEN window_still_open IS NULL OR defence IS NULL THEN 'fact-missing'
    WHEN defence = 'full' AND basis_known THEN 'eligible'
    ELSE 'weak'
  END AS "kuaishou.violation.violation",

  CASE
    WHEN NOT window_still_open OR defence = 'none' THEN 'not-eligible'
    WHEN window_still_open IS NULL OR defence IS NULL THEN 'fact-missing'
    WHEN defence = 'full' AND basis_known THEN 'eligible'
    ELSE 'weak'
  END AS "xiaohongshu.violation.general-violation",
  CASE
    WHEN NOT window_still_open OR defence = 'none' THEN 'not-eligible'
    WHEN window_still_open IS NULL OR defence IS NULL THEN 'fact-missing'
    WHEN defence = 'full' AND basis_known THEN 'eligible'
    ELSE 'weak'
  END AS "xiaohongshu.violation.serious-violation",

  CASE
    WHEN goods_proof = 'none' THEN 'not-eligible'
    WHEN goods_proof IS NULL THEN 'fact-missing'
    WHEN goods_proof = 'authorised' AND multiple_asked IS NOT NULL THEN 'eligible'
    ELSE 'weak'
  END AS "wechat.guarantee.claim",
  CASE
    WHEN NOT window_still_open OR defence = 'none' THEN 'not-eligible'
    WHEN window_still_open IS NULL OR defence IS NULL THEN 'fact-missing'
    WHEN defence = 'full' THEN 'eligible'
    ELSE 'weak'
  END AS "wechat.mini-program.complaint",
  CASE
    WHEN NOT window_still_open OR defence = 'none' THEN 'not-eligible'
    WHEN window_still_open IS NULL OR defence IS NULL THEN 'fact-missing'
    WHEN defence = 'full' THEN 'eligible'
    ELSE 'weak'
  END AS "wechat.mini-program.appeal",
  CASE
    WHEN status NOT IN ('s106', 's108') OR defence = 'none' THEN 'not-eligible'
    WHEN status IS NULL OR defence IS NULL THEN 'fact-missing'
    WHEN defence = 'full' THEN 'eligible'
    ELSE 'weak'
  END AS "wechat.shop-dispute.add-proof",
  CASE
    WHEN defence = 'none' THEN 'not-eligible'
    WHEN defence IS NULL THEN 'fact-missing'
    WHEN defence = 'full' AND days_since_refusal IS NOT NULL THEN 'eligible'
    ELSE 'weak'
  END AS "wechat.shop-dispute.after-refusal",

  CASE
    WHEN NOT window_still_open OR documented_order_count = 0 THEN 'not-eligible'
    WHEN window_still_open IS NULL OR documented_order_count IS NULL THEN 'fact-missing'
    WHEN unsorted_order_count = 0 THEN 'eligible'
    ELSE 'weak'
  END AS "alibaba-1688.fake-transaction.flagged-orders",
  CASE
    WHEN situation = 'none' THEN 'not-eligible'
    WHEN situation IS NULL THEN 'fact-missing'
    WHEN shown_by_exhibit THEN 'eligible'
    ELSE 'weak'
  END AS "alibaba-1688.report-buyer.malicious-conduct",
  CASE
    WHEN NOT window_still_open OR defence = 'none' THEN 'not-eligible'
    WHEN window_still_open IS NULL OR defence IS NULL THEN 'fact-missing'
    WHEN defence = 'full' AND basis_known THEN 'eligible'
    ELSE 'weak'
  END AS "alibaba-1688.violation.other-violation"

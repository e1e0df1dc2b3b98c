  -- A refusal ground that the rules name stands in for a defence; so does a late claim of one of four kinds.
  CASE
    WHEN NOT evidence_genuine THEN 'not-eligible'
    WHEN defence = 'none' AND refusal_ground = 'none' AND (buyer_issue = 'other' OR days_since_cause <= 15)
      THEN 'not-eligible'
    WHEN evidence_genuine IS NULL THEN 'fact-missing'
    WHEN (defence <> 'none' OR refusal_ground <> 'none' OR (buyer_issue <> 'other' AND days_since_cause > 15)) IS NULL
      THEN 'fact-missing'
    WHEN (defence = 'full' OR refusal_ground <> 'none' OR (buyer_issue <> 'other' AND days_since_cause > 15))
      AND descriptions_agree THEN 'eligible'
    ELSE 'weak'
  END AS "jd.dispute.respond",
  -- So does one past the limit of its category: what is late for a longer limit is late for every shorter one.
  (SELECT CASE
    WHEN NOT evidence_genuine OR NOT (defence <> 'none' OR refusal_ground <> 'none' OR too_late) THEN 'not-eligible'
    WHEN evidence_genuine IS NULL OR (defence <> 'none' OR refusal_ground <> 'none' OR too_late) IS NULL
      THEN 'fact-missing'
    WHEN (defence = 'full' OR refusal_ground <> 'none' OR too_late) AND descriptions_agree
      AND goods_category IS NOT NULL AND (hours_since_delivery IS NOT NULL OR days_since_delivery IS NOT NULL)
      THEN 'eligible'
    ELSE 'weak'
  END FROM (SELECT
    (days_since_delivery > 15 AND goods_category IN
      ('ceramics', 'portable-3c-hidden', 'portable-3c-visible', 'fresh-other', 'pets', 'fresh-live'))
    OR (hours_since_delivery > 72 AND goods_category IN
      ('portable-3c-hidden', 'portable-3c-visible', 'fresh-other', 'pets', 'fresh-live'))
    OR (hours_since_delivery > 48 AND goods_category IN ('portable-3c-visible', 'fresh-other', 'pets', 'fresh-live'))
    OR (hours_since_delivery > 24 AND goods_category IN ('pets', 'fresh-live'))
    OR (hours_since_delivery > 12 AND goods_category = 'fresh-live') AS too_late
  )) AS "jd.dispute.goods-quality",
  CASE
    WHEN NOT window_still_open OR NOT evidence_genuine THEN 'not-eligible'
    WHEN window_still_open IS NULL OR evidence_genuine IS NULL THEN 'fact-missing'
    WHEN new_facts AND defence = 'full' THEN 'eligible'
    ELSE 'weak'
  END AS "jd.dispute.seller-appeal",
  CASE
    WHEN NOT window_still_open OR NOT evidence_genuine OR defence = 'none' THEN 'not-eligible'
    WHEN window_still_open IS NULL OR evidence_genuine IS NULL OR defence IS NULL THEN 'fact-missing'
    WHEN defence = 'full' THEN 'eligible'
    ELSE 'weak'
  END AS "jd.dispute.advance-payout",
  CASE
    WHEN NOT window_still_open OR documented_order_count = 0 THEN 'not-eligible'
    WHEN window_still_open IS NULL OR documented_order_count IS NULL THEN 'fact-missing'
    WHEN unsorted_order_count = 0 THEN 'eligible'
    ELSE 'weak'
  END AS "jd.fake-transaction.flagged-orders",
  CASE
    WHEN NOT window_still_open OR NOT evidence_genuine OR right_to_sell = 'none' THEN 'not-eligible'
    WHEN window_still_open IS NULL OR evidence_genuine IS NULL OR right_to_sell IS NULL THEN 'fact-missing'
    WHEN right_to_sell = 'authorised' THEN 'eligible'
    ELSE 'weak'
  END AS "jd.ip-appeal.ip-complaint",
  CASE
    WHEN NOT evidence_genuine OR conduct = 'ordinary' THEN 'not-eligible'
    WHEN evidence_genuine IS NULL OR conduct IS NULL THEN 'fact-missing'
    WHEN conduct = 'shown' THEN 'eligible'
    ELSE 'weak'
  END AS "jd.report-buyer.malicious-conduct",
  CASE
    WHEN NOT warning_shown OR conduct NOT IN ('suspicious', 'shown') THEN 'not-eligible'
    WHEN warning_shown IS NULL OR conduct IS NULL THEN 'fact-missing'
    ELSE 'eligible'
  END AS "jd.report-buyer.service-order-warning",
  CASE
    WHEN NOT evidence_genuine OR NOT documents_sealed THEN 'not-eligible'
    WHEN evidence_genuine IS NULL OR documents_sealed IS NULL THEN 'fact-missing'
    WHEN facts_checked THEN 'eligible'
    ELSE 'weak'
  END AS "jd.third-party-complaint.complaint",
  CASE
    WHEN NOT window_still_open OR defence = 'none' THEN 'not-eligible'
    WHEN window_still_open IS NULL OR defence IS NULL THEN 'fact-missing'
    WHEN defence = 'full' AND basis_known THEN 'eligible'
    ELSE 'weak'
  END AS "jd.violation.other-violation"

"""Query parameters that say where a reader came from and never which article this is: exact names, lower case.

Anything that is not here stays in the address, because it may be the article's id.
"""

TRACKERS = frozenset(
    """
    utm_source utm_medium utm_campaign utm_term utm_content utm_id utm_name utm_brand utm_social utm_social-type
    utm_cid utm_reader utm_pubreferrer utm_referrer utm_swu utm_viz_id utm_place utm_userid utm_keyword utm_hp_ref
    utm_source_platform utm_creative_format utm_marketing_tactic utm_campaignid utm_geo utm_int utm_channel
    fbclid fb_action_ids fb_action_types fb_source fb_ref gclid gclsrc gbraid wbraid dclid msclkid yclid ymclid ysclid
    twclid ttclid li_fat_id igshid igsh mibextid mc_cid mc_eid mkt_tok _hsenc _hsmi __hssc __hstc __hsfp hsctatracking
    vero_id vero_conv oly_enc_id oly_anon_id wickedid rb_clickid s_cid ml_subscriber ml_subscriber_hash
    _openstat _ga _gl at_medium at_campaign at_custom1 at_custom2 at_custom3 at_custom4 at_link_id at_link_type
    at_link_origin at_ptr_name at_format at_bbc_team spm scm share_token sharetoken wt_mc wt_zmc xtor pk_campaign
    pk_kwd pk_source pk_medium pk_content piwik_campaign piwik_kwd mtm_source mtm_medium mtm_campaign mtm_keyword
    mtm_content mtm_cid mtm_group mtm_placement matomo_campaign matomo_kwd trk_contact trk_msg trk_module trk_sid
    guce_referrer guce_referrer_sig guccounter __twitter_impression amp_js_v amp_gsa usqp
    ns_mchannel ns_source ns_campaign ns_linkname ns_fee cmpid soc_src soc_trk ncid srnd
    nclick_id naver_fr from_naver kakao_from dable_id sfnsn mpshare_wxwork chksm weibo_id_share
    """.split()  # noqa: SIM905 - words read better than a hundred and thirty quoted strings
)

#: Sessions of a visitor: no part of the key, but shown as given.
SESSIONS = frozenset(
    {"phpsessid", "jsessionid", "aspsessionid", "sessionid", "session_id", "cfid", "cftoken", "asp.net_sessionid"}
)

#: A parameter with this value only asks for another rendering of the same article.
RENDERINGS = frozenset(
    {("amp", ""), ("amp", "1"), ("amp", "true"), ("outputtype", "amp"), ("output", "amp"), ("view", "amp")}
)

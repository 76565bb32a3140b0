import type { HazardWords } from '../hazard.js';

export const tr: HazardWords = {
  fire: 'yangın yangin yanıyor yaniyor alev duman kıvılcım kivilcim patladı patlama tutuştu tutustu ateş_aldı ateş_çık ateş_ateş =ateş tütüyor =parladı kundak tutuşuyor infilak',
  gas: '=gaz =gazı gazdan gaz_kok gaz_sız gaz_kaç doğalgaz dogalgaz yanık_kok yanik_kok yanık_kab benzin_kok =benzin karbonmonoksit karbon_monoksit =tüp tüpgaz kimyasal_kok zehirli_gaz duman_kok keskin_bir_koku sızıntısı',
  flood:
    'su_bas sular_bas taştı taşıyor fışkır fiskir tavandan tavanımızdan akıyor akiyor patladı_su boru_pat borusu_pat su_geliyor su_akıyor su_fışk =sel sel_gibi sel_bas su_içinde her_yer_su her_taraf_su sular_altında su_borusu musluk_kop musluk_patla damlıyor_tavan gider_taş şelale',
  faint:
    'bayıldı bayildi bayılm bayılıyor baygın baygin tepki_ver hareketsiz hareket_etmiyor kıpırdamıyor kımıldamıyor şuur kendine_gel kendinden_geç kendini_kaybet nöbet bilinci bilinçsiz uyanmıyor uyanmiyor uyandıramıyor uyandıramadı yığıldı yere_yığıl cevap_vermiyor kasılıyor_vü titriyor_ve gözleri_kay havale',
  blood:
    '=kan =kanı =kanlar kanıyor kaniyor kanama kan_kayb kan_revan yandı haşlan kırıl kırığı elini_kes parmağını_kes parmağı_kop yarıldı başını_çarp kafasını_çarp yanık_var derin_kesik yarala yaralı dikiş kolu_kır bacağı_kır kafası_yar beyin_sarsıntı kesildi_el',
  breath:
    'nefes boğul boğazına boğazında şişti şişiyor şişmiş alerj anafila adrenalin astım astim morarı morardı tıkandı_nef soluk_al solunum soluyam öksür inhaler hırıl arı_sok kurdeşen epipen oksijen hava_alam boğazım boğazı_şiş boğazı_tık',
  fall: 'düştü dustu düşmüş düşüp merdivenden_düş yere_düş kayıp_düş ayağı_kaydı =kaydı kayarak kalkam ayağa_kalkam doğrulam yuvarlan devril balkondan_düş pencereden_düş camdan_düş tökezle yerde_yat yerden_kalk',
  missing:
    'kayboldu kaybolmuş kaybettik kaybettim_oğ kaybettim_kız kayıp kayip bulamıyor bulamiyor bulamadık göremiyor en_son ortada_yok ortalıkta_yok hiçbir_yerde_yok yok_oldu dönmedi geri_dönmedi gelmedi_hâlâ arıyoruz_her her_yerde_arıyoruz =kaçtı gözden_kayb haber_alam',
  child:
    'çocuk cocuk çocuğ cocug oğlum oğlan oglum =oğlu kızım kizim kız_çocu bebek bebeğ bebeg yaşında yasinda =aylık torun yeğen ufaklık =minik yavru evlad evlat küçük_kız küçük_oğl',
  intruder:
    'hırsız hirsiz girmiş girmeye odaya_girdi odamıza_gird yabancı_bir yabancı_adam tanımadığım sarhoş sarhos zorluyor kapıya_vur kapıya_daya kapıyı_kır kapıyı_yumruk çaldılar çalındı calindi izinsiz biri_var birisi_var biri_gir soyuldu soygun gasp takip_ediyor peşimde kapı_kolunu davetsiz',
  drown:
    'boğuluyor boguluyor boğuldu boğulan boğulma havuzun_dib havuz_dib dipte dibe_bat =batıyor suyun_altında su_altında su_yuttu cankurtaran akıntıya akıntı_gö sudan_çıkar su_yüzüne çırpınıyor',
  fight:
    'kavga bıçak bicak bıçağı tehdit silah tabanca dövüyor dövdü dövüş döğüş yumruk çığlık ciglik bağrış bağırıyor saldır saldiri tartışıp darp şiddet taciz tecavüz vurdu_bana vuruyor_k tokat linç öldürecek',
  shut: 'mahsur kilitlendi kilitli_kal sıkıştı sikisti sıkışıp kapı_üst kapı_üzer kapıda_kal dışarıda_kal disarida_kal dışarda_kal içeride_kal içerde_kal odaya_giremi içeri_giremi açılmıyor acilmiyor açamıyor açamiyor çıkamıyor cikamiyor kart_açm kartım_açm çıplak_ayak yalın_ayak yalınayak havluyla balkonda_kal koridorda_kal tuvalette_kal',
  lift: 'asansör asansor kabinde =kabin iki_kat_arası katlar_arası kat_arasında katın_arası katta_kal alarm_düğme',
  shock:
    'elektrik_çarp elektrik_carp çarptı çarpıldı çarpiyor çarpıyor cereyan ceryan kablo açıkta_kablo çıplak_kablo açık_kablo priz kısa_devre kivilcim_at elektrik_ver elektrik_kaçağı akıma_kap şalter sigorta_at',
  poison:
    'yuttu yutmuş yutmus =içti =içmiş deterjan çamaşır_suyu camasir_suyu domestos temizlik_malz temizlik_sıvı temizleyici kireç_çöz lavabo_aç =hap haplar ilaç_iç ilaçları_iç aşırı_doz zehir fare_zehri uyku_hap tuz_ruhu tablet_yut',
  heart:
    'kalp_kriz kalbi_dur =kalbi =kalbim enfarktüs inme_in felç göğsü göğüs_ağ gogsu nabzı nabız şeker_koma şekeri_düş şeker_hasta diyabet insülin insulin epilep =sara ateşi_kırk ateşi_40 40_derece suni_teneffüs kalp_masajı',
  birth:
    'doğum_başla doğum_san doğuruyor doguruyor doğurmak doğurac =sancı sancısı sancılar kasılma suyu_gel suyum_gel su_kesesi hamile =gebe gebelik =ebe düşük_yap göbek_kord bebek_geliyor erken_doğum',
  help: 'imdat i̇mdat i_mdat yardım yardim =acil acilen çabuk cabuk hemen şimdi simdi koşun kosun lütfen_gel birini_gönder birini_yolla kurtarın derhal bir_an_önce hızlı_ol =sos oda_numara oda_no numaralı_oda nolu_oda yetişin yalvarırım çok_acil buraya_gelin',
  call: 'ambulans doktor polis =112 =155 =110 =156 itfaiye i̇tfaiye güvenlik guvenlik güvenliği hemşire sağlık_ekib sağlık_gör cankurtaran_çağ hastane ara_yın arayın jandarma paramedik',
  past: '=dün dünkü dün_gece teşekkür tesekkur sağolun sağ_ol =geçen geçen_gece geçen_hafta geçen_yıl geçen_sene tatbikat yanlış_alarm önceki_gün önceki_gece neyse_ki nihayet sonunda düzeltildi tamir_edildi halledildi çözüldü olmuştu =vardı =idi gün_önce yıl_önce kaldığımız konaklamamız',
  asks: 'var_mı var_mi mevcut_mu mümkün_mü olur_mu alabilir_miyi yapabilir_miyi edebilir_miyi kullanabilir_miyi öğrenebilir_miyi nerede =nasıl =nasil saat_kaç kaçta ne_kadar ne_zaman =hangi hangisi sormak_ist merak_ed olursa =eğer acaba',
  minor:
    'acelesi_yok acele_değil acelem_yok acil_değil acil_degil müsait_ol vaktiniz_ol zamanınız_ol yarın yarin daha_sonra biraz hafif damlatıyor damlıyor yanıp_sön bipliyor gülmekten açlıktan_öl şömine sigar kül_tabl benzin_ist benzinlik mangal',
};

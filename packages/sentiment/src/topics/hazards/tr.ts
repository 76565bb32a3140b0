import type { HazardWords } from '../hazard.js';

export const tr: HazardWords = {
  fire: 'yangın yanıyor alev duman kıvılcım patladı tutuştu ateş',
  gas: '=gaz gaz_kok doğalgaz yanık_kok benzin',
  flood: 'su_bas taştı fışkır tavandan akıyor patladı_su boru_pat su_geliyor sel',
  faint: 'bayıldı baygın tepki_ver hareketsiz şuur kendine_gel nöbet bilinci',
  blood: 'kan_ kanıyor kanama yandı kırıl kesildi yarık',
  breath: 'nefes boğul şişti şişiyor alerj boğaz astım morarı',
  fall: 'düştü kaydı kalkam',
  missing: 'kayboldu kayıp bulamıyor göremiyor en_son',
  child: 'çocuk oğlum kızım bebek yaşında torun',
  intruder: 'hırsız girmiş girmeye yabancı sarhoş zorluyor çalın izinsiz biri_var',
  drown: 'boğuluyor havuzun_dib dipte cankurtaran akıntıya',
  fight: 'kavga bıçak tehdit silah dövüyor çığlık saldır',
  shut: 'mahsur kilitlendi kilitli_kal sıkış kapı_üst dışarıda_kal açılmıyor kaldık',
  lift: 'asansör',
  shock: 'elektrik_çarp çarptı kablo priz',
  help: 'imdat yardım acil çabuk hemen şimdi koşun lütfen_gel',
  call: 'ambulans doktor polis =112 itfaiye güvenlik',
  past: 'dün teşekkür geçen tatbikat',
};

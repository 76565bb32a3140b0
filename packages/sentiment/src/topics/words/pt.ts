import type { TopicWords } from '../topic.js';

export const pt: TopicWords = {
  room: 'quarto suite suíte =vista varanda móveis mobília frigobar armário televis =tv =tevê chaleira geladeira lâmpada luminária cortina carpete decora janela tomada ferro_de_passar apartamento',
  cleanliness:
    'limp sujo suja sujeira poeira manch cabelo barata percevej mofo bolor higien cheir fede lixo formiga impecável arrumad',
  bed_and_sleep:
    '=cama =camas colch travesseiro almofada cobertor dormi dormir sono lençol lençóis berço descans edred',
  noise: 'barulh ruído silenci acústic música obra ronc latindo festa gritos sossego tranquil =alto',
  temperature:
    'ar_condicionado =ar ar_cond aquecedor aquecimento =frio calor quente abafad termostato gelad temperatura ventilador graus',
  bathroom:
    'banheiro casa_de_banho chuveiro ducha vaso sanita =pia torneira toalha banheira água_quente sabonete xampu shampoo ralo secador descarga duche',
  wifi: 'wifi wi_fi internet =rede conexão senha sinal roteador =net',
  breakfast_and_food:
    'café_da_manhã pequeno_almoço comida jantar almoço comer buffet bufê restaurante café =chá pão cozinha cardápio menu prato vegan vegetarian glúten sobremesa delicios gostos ovos frutas sopa =janta',
  bar: '=bar coquetel drink cerveja vinho barman bebida caipirinha =chope',
  staff:
    'funcionári equipe equipa recepção recepcionista atend garçom serviço gerente camareira simpátic educad mal_educad grosseir staff gentil pessoal atencios prestativ',
  check_in:
    'check_in checkin chegada chegamos chegar cheguei =chave =chaves cartão_do_quarto entrada_antecipada boas_vindas',
  check_out: 'check_out checkout saída deixar_o_quarto sair_do',
  waiting:
    'esper fila ainda_não =demora demorou demorad minutos =hora =horas lento terceira_vez até_agora aguard',
  value_and_price: 'preço caro cara barat custo dinheiro =vale valeu valor tarifa roubo_de econômic diária',
  location:
    'localiza centro estação praia aeroporto metrô metro bairro a_pé =perto =longe região central situado',
  pool_and_spa: 'piscina =spa sauna jacuzzi hidromassagem massagem academia ginásio nadar espreguiçadeira',
  parking: 'estaciona garagem =carro =vaga carregador manobrista parque_de',
  safety:
    'segur roub furt ladr fogo incêndio fumaça fumo alarme vazamento vazando inund ambulância =gás emergência urgência alerg fechadura cofre faísca perig médico polícia',
  booking_and_billing:
    'reserva fatura cobr pagar paguei pagamento reembols estorn caução depósito cancel cartão_de_crédito recibo nota_fiscal conta taxa',
  urgent:
    'vazamento+água vazando+água vazamento+teto vazamento+gás fuga_de_gás água+teto inund alag água_por_todo trancad+fora trancad+dentro pres+elevador presos+elevador cheiro+gás cheiro+queimado fumaça+quarto fumaça+corredor saindo_fumaça fumo+quarto incêndio fogo+quarto pegando_fogo faísca choque_elétrico ambulância dor+peito não_consegue_respirar não_consigo_respirar não_respira desmai inconsciente sangrando sangramento reação_alérgica choque_anafilático anafil invadi+quarto estranho+quarto arrombar filho+sumiu filha+sumiu criança+sumiu não_encontr+filh não_ach+filh chamem+polícia infarto médico_agora médico+urgente bombeiros monóxido',
  calm: 'detector =se =ontem obrigad não_fumantes fumantes travesseiro penas normal simulação =tem =onde poderiam',
};

import type { TopicWords } from '../topic.js';

export const es: TopicWords = {
  room: 'habitaci =cuarto suite =vista =vistas balc mueble mobiliario minibar armario =tele televis =tv hervidor nevera lámpara cortina moqueta decoraci ventana enchufe plancha terraza',
  cleanliness:
    'limpi suci mugre polvo mancha pelos cucaracha chinches moho higien huele =olor apesta basura hormigas impecable cochin',
  bed_and_sleep: '=cama =camas colch almohad manta dormi dormir duerm sueño sábana edred cuna descans',
  noise:
    'ruido =ruidos ruidos silenci insonoriz paredes_finas música obras ronca ladra fiesta gritos tranquil tapones escándalo se_oye',
  temperature:
    'aire_acondicionado =aire =clima calefacci radiador frío calor bochorno termostato helad congel temperatura ventilador grados',
  bathroom:
    '=baño =baños ducha inodoro =wc váter lavabo grifo toalla bañera agua_caliente jabón champú desag secador presión_del cisterna',
  wifi: 'wifi wi_fi internet =red conexi contraseña router señal',
  breakfast_and_food:
    'desayun comida =cena cenar cenamos almuerzo =comer buffet bufet restaurant café =té pan cocina menú plato vegan vegetarian gluten postre delicios =rico =rica sopa huevo fruta cruasán',
  bar: '=bar cóctel coctel cerveza vino barman bebida =copa =copas camarero_del_bar mojito tragos',
  staff:
    'personal recepci camarer servicio equipo gerente director conserje amable atent simpátic antipátic grosero =trato empleado señora_de educad maleducad limpiadora',
  check_in:
    'check_in checkin llegada llegamos llegar llegué =llave =llaves tarjeta_de_la entrada_antes bienvenida registro',
  check_out: 'check_out checkout salida dejar_la_habitación =salir abandonar_la',
  waiting:
    'esper cola =todavía_no sigo_sin seguimos_sin =tarda tardan tardó tardaron minutos =hora =horas lento tercera_vez demora',
  value_and_price:
    'precio caro cara barat calidad_precio dinero cuesta vale_la_pena estafa =tarifa =coste económic',
  location:
    'ubicaci ubicad situad centro estación playa aeropuerto metro barrio andando =zona cerca =lejos céntric a_pie',
  pool_and_spa: 'piscina =spa sauna jacuzzi masaje gimnasio nadar hamaca tumbona alberca fitness',
  parking: 'parking aparca aparcamiento garaje =coche =carro estaciona cargador plaza_de',
  safety:
    'segur inseguro robo robad robaron ladr fuego incendio humo alarma fuga inund ambulancia =gas emergencia urgencia alerg cerradura caja_fuerte chispa peligro médico policía',
  booking_and_billing:
    'reserva factur cobra cobro cobraron =pago pagar pagué pagamos reembols devoluci fianza depósito cancel tarjeta_de_crédito recibo cargo tasa',
  urgent:
    'fuga+agua fuga+gas gotera+techo agua+techo inund agua_por_todas me_he_quedado_fuera encerrad+fuera encerrad+ascensor encerrad+baño atrapad+ascensor atascad+ascensor olor+gas huele_a_gas huele+quemado olor+quemado humo+habitación humo+pasillo sale_humo incendio fuego+habitación =chispas chispazo descarga_eléctrica ambulancia dolor+pecho no_puede_respirar no_puedo_respirar no_respira inconsciente desmay sangra sangrando reacción_alérgica shock_alérgico anafil han_entrado+habitación intruso desconocido+habitación forzar+puerta niño+perdido hijo+desaparecido hija+desaparecida no_encuentr+hijo no_encuentr+hija no_encuentr+niñ llamen+policía llamen+médico infarto médico_ya médico+urgente bomberos monóxido',
  calm: 'detector =si =ayer gracias no_fumador fumador almohada plumas normal simulacro =hay =dónde podrían',
};

/**
 * World and area records by discipline and sex, as far as they are surely known: as of the end of 2025. The table is for
 * questions and findings alone, which name the list and the day that they compare with (`beyondRecords`): it says which
 * marks must be looked at. It is never shown as the record of anybody. A discipline whose latest record is not certain
 * is left out whole, since an older one would call right marks doubtful.
 *
 * Sources: World Athletics, "Records" (worldathletics.org/records), and Richard Hymans and Imre Matrahazi, "Progression
 * of World Athletics Records"; the world bests over 100 km and more are those of World Athletics' and the IAU's lists.
 */
import { type Area, country } from './countries'
import { type DisciplineSlug, discipline } from './disciplines'
import { parseMark } from './marks'
import type { PartialDate } from './partial-date'
import type { Sex } from './performance'

export interface WorldBest {
  discipline: DisciplineSlug
  sex: Sex
  /** Null for the whole world. */
  area: Area | null
  isShortTrack: boolean
  mark: string
  /** Milliseconds, millimetres or points, as the discipline says. */
  value: number
  holder: string
  /** The country represented that day. */
  countryCode: string
  /** The day on which it was set; it is the record from then on. */
  since: PartialDate
  place: string
  /** False where it was run, and was not (or not yet) ratified: nobody can call it impossible. */
  isRatified: boolean
  /** Who keeps the list in which it is. */
  source: string
}

/** A record as the tables below write it: mark, holder, country, day, place, and "unratified". */
type Row = string
type Rows = Partial<Record<DisciplineSlug, Row>>

const MEN: Rows = {
  '100-metres': `
    9.86 | Carl Lewis | USA | 1991-08-25 | Tokyo
    9.85 | Leroy Burrell | USA | 1994-07-06 | Lausanne
    9.84 | Donovan Bailey | CAN | 1996-07-27 | Atlanta
    9.79 | Maurice Greene | USA | 1999-06-16 | Athens
    9.77 | Asafa Powell | JAM | 2005-06-14 | Athens
    9.74 | Asafa Powell | JAM | 2007-09-09 | Rieti
    9.72 | Usain Bolt | JAM | 2008-05-31 | New York
    9.69 | Usain Bolt | JAM | 2008-08-16 | Beijing
    9.58 | Usain Bolt | JAM | 2009-08-16 | Berlin`,
  '200-metres': `
    19.72 | Pietro Mennea | ITA | 1979-09-12 | Mexico City
    19.66 | Michael Johnson | USA | 1996-06-23 | Atlanta
    19.32 | Michael Johnson | USA | 1996-08-01 | Atlanta
    19.30 | Usain Bolt | JAM | 2008-08-20 | Beijing
    19.19 | Usain Bolt | JAM | 2009-08-20 | Berlin`,
  '300-metres': '30.69 | Letsile Tebogo | BOT | 2024-02-17 | Pretoria',
  '400-metres': `
    43.29 | Butch Reynolds | USA | 1988-08-17 | Zürich
    43.18 | Michael Johnson | USA | 1999-08-26 | Seville
    43.03 | Wayde van Niekerk | RSA | 2016-08-14 | Rio de Janeiro`,
  '600-metres': '1:12.81 | Johnny Gray | USA | 1986-05-24 | Santa Monica',
  '800-metres': `
    1:41.73 | Sebastian Coe | GBR | 1981-06-10 | Florence
    1:41.24 | Wilson Kipketer | DEN | 1997-08-13 | Zürich
    1:41.11 | Wilson Kipketer | DEN | 1997-08-24 | Cologne
    1:41.09 | David Rudisha | KEN | 2010-08-22 | Berlin
    1:41.01 | David Rudisha | KEN | 2010-08-29 | Rieti
    1:40.91 | David Rudisha | KEN | 2012-08-09 | London`,
  '1000-metres': `
    2:12.18 | Sebastian Coe | GBR | 1981-07-11 | Oslo
    2:11.96 | Noah Ngeny | KEN | 1999-09-05 | Rieti`,
  '1500-metres': `
    3:29.46 | Saïd Aouita | MAR | 1985-08-23 | Berlin
    3:28.86 | Noureddine Morceli | ALG | 1992-09-06 | Rieti
    3:27.37 | Noureddine Morceli | ALG | 1995-07-12 | Nice
    3:26.00 | Hicham El Guerrouj | MAR | 1998-07-14 | Rome`,
  mile: `
    3:46.32 | Steve Cram | GBR | 1985-07-27 | Oslo
    3:44.39 | Noureddine Morceli | ALG | 1993-09-05 | Rieti
    3:43.13 | Hicham El Guerrouj | MAR | 1999-07-07 | Rome`,
  '2000-metres': `
    4:44.79 | Hicham El Guerrouj | MAR | 1999-09-07 | Berlin
    4:43.13 | Jakob Ingebrigtsen | NOR | 2023-09-08 | Brussels`,
  '3000-metres': `
    7:20.67 | Daniel Komen | KEN | 1996-09-01 | Rieti
    7:17.55 | Jakob Ingebrigtsen | NOR | 2024-08-25 | Chorzów`,
  '2-miles': `
    7:58.61 | Daniel Komen | KEN | 1997-07-19 | Hechtel
    7:54.10 | Jakob Ingebrigtsen | NOR | 2023-06-09 | Paris`,
  '5000-metres': `
    12:58.39 | Saïd Aouita | MAR | 1987-07-22 | Rome
    12:56.96 | Haile Gebrselassie | ETH | 1994-06-04 | Hengelo
    12:55.30 | Moses Kiptanui | KEN | 1995-06-08 | Rome
    12:44.39 | Haile Gebrselassie | ETH | 1995-08-16 | Zürich
    12:41.86 | Haile Gebrselassie | ETH | 1997-08-13 | Zürich
    12:39.74 | Daniel Komen | KEN | 1997-08-22 | Brussels
    12:39.36 | Haile Gebrselassie | ETH | 1998-06-13 | Helsinki
    12:37.35 | Kenenisa Bekele | ETH | 2004-05-31 | Hengelo
    12:35.36 | Joshua Cheptegei | UGA | 2020-08-14 | Monaco`,
  '10000-metres': `
    26:31.32 | Haile Gebrselassie | ETH | 1997-07-04 | Oslo
    26:27.85 | Paul Tergat | KEN | 1997-08-22 | Brussels
    26:22.75 | Haile Gebrselassie | ETH | 1998-06-01 | Hengelo
    26:20.31 | Kenenisa Bekele | ETH | 2004-06-08 | Ostrava
    26:17.53 | Kenenisa Bekele | ETH | 2005-08-26 | Brussels
    26:11.00 | Joshua Cheptegei | UGA | 2020-10-07 | Valencia`,
  'one-hour': `
    21,285 m | Haile Gebrselassie | ETH | 2007-06-27 | Ostrava
    21,330 m | Mo Farah | GBR | 2020-09-04 | Brussels`,
  '110-metres-hurdles': `
    12.91 | Colin Jackson | GBR | 1993-08-20 | Stuttgart
    12.88 | Liu Xiang | CHN | 2006-07-11 | Lausanne
    12.87 | Dayron Robles | CUB | 2008-06-12 | Ostrava
    12.80 | Aries Merritt | USA | 2012-09-07 | Brussels`,
  '400-metres-hurdles': `
    47.02 | Edwin Moses | USA | 1983-08-31 | Koblenz
    46.78 | Kevin Young | USA | 1992-08-06 | Barcelona
    46.70 | Karsten Warholm | NOR | 2021-07-01 | Oslo
    45.94 | Karsten Warholm | NOR | 2021-08-03 | Tokyo`,
  '3000-metres-steeplechase': `
    7:55.28 | Brahim Boulami | MAR | 2001-08-24 | Brussels
    7:53.63 | Saif Saaeed Shaheen | QAT | 2004-09-03 | Brussels
    7:52.11 | Lamecha Girma | ETH | 2023-06-09 | Paris`,
  '4x100-metres-relay': `
    37.04 | Jamaica | JAM | 2011-09-04 | Daegu
    36.84 | Jamaica | JAM | 2012-08-11 | London`,
  '4x200-metres-relay': '1:18.63 | Jamaica | JAM | 2014-05-24 | Nassau',
  '4x400-metres-relay': '2:54.29 | United States | USA | 1993-08-22 | Stuttgart',
  '4x800-metres-relay': '7:02.43 | Kenya | KEN | 2006-08-25 | Brussels',
  '4x1500-metres-relay': '14:22.22 | Kenya | KEN | 2014-05-25 | Nassau',
  '20000-metres-race-walk': '1:17:25.6 | Bernardo Segura | MEX | 1994-05-07 | Bergen',
  '5k-road': `
    12:51 | Joshua Cheptegei | UGA | 2020-02-16 | Monaco
    12:49 | Berihu Aregawi | ETH | 2021-12-31 | Barcelona`,
  'half-marathon': `
    58:33 | Samuel Wanjiru | KEN | 2007-03-17 | The Hague
    58:23 | Zersenay Tadese | ERI | 2010-03-21 | Lisbon
    58:01 | Geoffrey Kamworor | KEN | 2019-09-15 | Copenhagen
    57:32 | Kibiwott Kandie | KEN | 2020-12-06 | Valencia
    57:31 | Jacob Kiplimo | UGA | 2021-11-21 | Lisbon
    57:30 | Yomif Kejelcha | ETH | 2024-10-27 | Valencia
    56:42 | Jacob Kiplimo | UGA | 2025-02-16 | Barcelona | unratified`,
  marathon: `
    2:08:18 | Rob de Castella | AUS | 1981-12-06 | Fukuoka
    2:08:05 | Steve Jones | GBR | 1984-10-21 | Chicago
    2:07:12 | Carlos Lopes | POR | 1985-04-20 | Rotterdam
    2:06:50 | Belayneh Dinsamo | ETH | 1988-04-17 | Rotterdam
    2:06:05 | Ronaldo da Costa | BRA | 1998-09-20 | Berlin
    2:05:42 | Khalid Khannouchi | MAR | 1999-10-24 | Chicago
    2:05:38 | Khalid Khannouchi | USA | 2002-04-14 | London
    2:04:55 | Paul Tergat | KEN | 2003-09-28 | Berlin
    2:04:26 | Haile Gebrselassie | ETH | 2007-09-30 | Berlin
    2:03:59 | Haile Gebrselassie | ETH | 2008-09-28 | Berlin
    2:03:38 | Patrick Makau | KEN | 2011-09-25 | Berlin
    2:03:23 | Wilson Kipsang | KEN | 2013-09-29 | Berlin
    2:02:57 | Dennis Kimetto | KEN | 2014-09-28 | Berlin
    2:01:39 | Eliud Kipchoge | KEN | 2018-09-16 | Berlin
    2:01:09 | Eliud Kipchoge | KEN | 2022-09-25 | Berlin
    2:00:35 | Kelvin Kiptum | KEN | 2023-10-08 | Chicago`,
  '100k-road': `
    6:13:33 | Takahiro Sunada | JPN | 1998-06-21 | Saroma
    6:09:14 | Nao Kazami | JPN | 2018-06-24 | Saroma
    6:05:41 | Aleksandr Sorokin | LTU | 2022-04-23 | Bedford
    6:05:35 | Aleksandr Sorokin | LTU | 2023-05-14 | Vilnius`,
  '100-miles-road': '10:51:39 | Aleksandr Sorokin | LTU | 2022-01-06 | Tel Aviv',
  '24-hours': '319.614 km | Aleksandr Sorokin | LTU | 2022-09-18 | Verona',
  '20k-race-walk': `
    1:16:36 | Yusuke Suzuki | JPN | 2015-03-15 | Nomi
    1:16:10 | Toshikazu Yamanishi | JPN | 2025-02-16 | Kobe`,
  '35k-race-walk': `
    2:21:47 | Masatora Kawano | JPN | 2024-10-27 | Takahata
    2:21:40 | Evan Dunfee | CAN | 2025-03-22 | Dudince
    2:20:43 | Massimo Stano | ITA | 2025-05-18 | Poděbrady`,
  '50k-race-walk': `
    3:34:14 | Denis Nizhegorodov | RUS | 2008-05-11 | Cheboksary
    3:32:33 | Yohann Diniz | FRA | 2014-08-15 | Zürich`,
  'high-jump': `
    2.44 | Javier Sotomayor | CUB | 1989-07-29 | San Juan
    2.45 | Javier Sotomayor | CUB | 1993-07-27 | Salamanca`,
  'pole-vault': `
    6.14 | Sergey Bubka | UKR | 1994-07-31 | Sestriere
    6.15 | Armand Duplantis | SWE | 2020-09-17 | Rome
    6.20 | Armand Duplantis | SWE | 2022-03-20 | Belgrade
    6.21 | Armand Duplantis | SWE | 2022-07-24 | Eugene
    6.22 | Armand Duplantis | SWE | 2023-02-25 | Clermont-Ferrand
    6.23 | Armand Duplantis | SWE | 2023-09-17 | Eugene
    6.24 | Armand Duplantis | SWE | 2024-04-20 | Xiamen
    6.25 | Armand Duplantis | SWE | 2024-08-05 | Paris
    6.26 | Armand Duplantis | SWE | 2024-08-25 | Chorzów
    6.27 | Armand Duplantis | SWE | 2025-02-28 | Clermont-Ferrand
    6.28 | Armand Duplantis | SWE | 2025-06-15 | Stockholm
    6.29 | Armand Duplantis | SWE | 2025-08-12 | Budapest
    6.30 | Armand Duplantis | SWE | 2025-09-15 | Tokyo`,
  'long-jump': `
    8.90 | Bob Beamon | USA | 1968-10-18 | Mexico City
    8.95 | Mike Powell | USA | 1991-08-30 | Tokyo`,
  'triple-jump': '18.29 | Jonathan Edwards | GBR | 1995-08-07 | Gothenburg',
  'shot-put': `
    23.12 | Randy Barnes | USA | 1990-05-20 | Los Angeles
    23.37 | Ryan Crouser | USA | 2021-06-18 | Eugene
    23.56 | Ryan Crouser | USA | 2023-05-27 | Los Angeles`,
  'discus-throw': `
    74.08 | Jürgen Schult | GDR | 1986-06-06 | Neubrandenburg
    74.35 | Mykolas Alekna | LTU | 2024-04-14 | Ramona
    75.56 | Mykolas Alekna | LTU | 2025-04-13 | Ramona`,
  'hammer-throw': '86.74 | Yuriy Sedykh | URS | 1986-08-30 | Stuttgart',
  'javelin-throw': '98.48 | Jan Železný | CZE | 1996-05-25 | Jena',
  decathlon: `
    9026 | Roman Šebrle | CZE | 2001-05-27 | Götzis
    9039 | Ashton Eaton | USA | 2012-06-23 | Eugene
    9045 | Ashton Eaton | USA | 2015-08-29 | Beijing
    9126 | Kevin Mayer | FRA | 2018-09-16 | Talence`,
}

const WOMEN: Rows = {
  '100-metres': `
    10.76 | Evelyn Ashford | USA | 1984-08-22 | Zürich
    10.49 | Florence Griffith-Joyner | USA | 1988-07-16 | Indianapolis`,
  '200-metres': '21.34 | Florence Griffith-Joyner | USA | 1988-09-29 | Seoul',
  '400-metres': '47.60 | Marita Koch | GDR | 1985-10-06 | Canberra',
  '800-metres': '1:53.28 | Jarmila Kratochvílová | TCH | 1983-07-26 | Munich',
  '1000-metres': '2:28.98 | Svetlana Masterkova | RUS | 1996-08-23 | Brussels',
  '1500-metres': `
    3:50.46 | Qu Yunxia | CHN | 1993-09-11 | Beijing
    3:50.07 | Genzebe Dibaba | ETH | 2015-07-17 | Monaco
    3:49.11 | Faith Kipyegon | KEN | 2023-06-02 | Florence
    3:49.04 | Faith Kipyegon | KEN | 2024-07-07 | Paris
    3:48.68 | Faith Kipyegon | KEN | 2025-07-05 | Eugene`,
  mile: `
    4:12.56 | Svetlana Masterkova | RUS | 1996-08-14 | Zürich
    4:12.33 | Sifan Hassan | NED | 2019-07-12 | Monaco
    4:07.64 | Faith Kipyegon | KEN | 2023-07-21 | Monaco`,
  '2000-metres': `
    5:25.36 | Sonia O'Sullivan | IRL | 1994-07-08 | Edinburgh
    5:21.56 | Francine Niyonsaba | BDI | 2021-09-14 | Zagreb
    5:19.70 | Jessica Hull | AUS | 2024-07-12 | Monaco`,
  '3000-metres': '8:06.11 | Wang Junxia | CHN | 1993-09-13 | Beijing',
  '5000-metres': `
    14:24.68 | Elvan Abeylegesse | TUR | 2004-06-11 | Bergen
    14:24.53 | Meseret Defar | ETH | 2006-06-03 | New York
    14:16.63 | Meseret Defar | ETH | 2007-06-15 | Oslo
    14:11.15 | Tirunesh Dibaba | ETH | 2008-06-06 | Oslo
    14:06.62 | Letesenbet Gidey | ETH | 2020-10-07 | Valencia
    14:05.20 | Faith Kipyegon | KEN | 2023-06-09 | Paris
    14:00.21 | Gudaf Tsegay | ETH | 2023-09-17 | Eugene
    13:58.06 | Beatrice Chebet | KEN | 2025-07-05 | Eugene`,
  '10000-metres': `
    29:31.78 | Wang Junxia | CHN | 1993-09-08 | Beijing
    29:17.45 | Almaz Ayana | ETH | 2016-08-12 | Rio de Janeiro
    29:06.82 | Sifan Hassan | NED | 2021-06-06 | Hengelo
    29:01.03 | Letesenbet Gidey | ETH | 2021-06-08 | Hengelo
    28:54.14 | Beatrice Chebet | KEN | 2024-05-25 | Eugene`,
  'one-hour': '18,930 m | Sifan Hassan | NED | 2020-09-04 | Brussels',
  '100-metres-hurdles': `
    12.21 | Yordanka Donkova | BUL | 1988-08-20 | Stara Zagora
    12.20 | Kendra Harrison | USA | 2016-07-22 | London
    12.12 | Tobi Amusan | NGR | 2022-07-24 | Eugene`,
  '400-metres-hurdles': `
    52.34 | Yuliya Pechonkina | RUS | 2003-08-08 | Tula
    52.20 | Dalilah Muhammad | USA | 2019-07-28 | Des Moines
    52.16 | Dalilah Muhammad | USA | 2019-10-04 | Doha
    51.90 | Sydney McLaughlin | USA | 2021-06-27 | Eugene
    51.46 | Sydney McLaughlin | USA | 2021-08-04 | Tokyo
    51.41 | Sydney McLaughlin-Levrone | USA | 2022-06-25 | Eugene
    50.68 | Sydney McLaughlin-Levrone | USA | 2022-07-22 | Eugene
    50.65 | Sydney McLaughlin-Levrone | USA | 2024-06-30 | Eugene
    50.37 | Sydney McLaughlin-Levrone | USA | 2024-08-08 | Paris`,
  '3000-metres-steeplechase': `
    8:58.81 | Gulnara Samitova-Galkina | RUS | 2008-08-17 | Beijing
    8:52.78 | Ruth Jebet | BRN | 2016-08-27 | Paris
    8:44.32 | Beatrice Chepkoech | KEN | 2018-07-20 | Monaco`,
  '4x100-metres-relay': `
    41.37 | East Germany | GDR | 1985-10-06 | Canberra
    40.82 | United States | USA | 2012-08-10 | London`,
  '4x200-metres-relay': '1:27.46 | United States | USA | 2000-04-29 | Philadelphia',
  '4x400-metres-relay': '3:15.17 | Soviet Union | URS | 1988-10-01 | Seoul',
  '4x800-metres-relay': '7:50.17 | Soviet Union | URS | 1984-08-05 | Moscow',
  '10000-metres-race-walk': '41:56.23 | Nadezhda Ryashkina | URS | 1990-07-24 | Seattle',
  '5k-road': `
    14:19 | Ejgayehu Taye | ETH | 2021-12-31 | Barcelona
    14:13 | Beatrice Chebet | KEN | 2023-12-31 | Barcelona
    13:54 | Beatrice Chebet | KEN | 2024-12-31 | Barcelona`,
  '10k-road': `
    29:14 | Yalemzerf Yehualaw | ETH | 2022-02-27 | Castellón
    28:46 | Agnes Jebet Ngetich | KEN | 2024-01-14 | Valencia`,
  'half-marathon': `
    1:04:51 | Joyciline Jepkosgei | KEN | 2017-10-22 | Valencia
    1:04:31 | Ababel Yeshaneh | ETH | 2020-02-21 | Ras Al Khaimah
    1:04:02 | Ruth Chepngetich | KEN | 2021-04-04 | Istanbul
    1:02:52 | Letesenbet Gidey | ETH | 2021-10-24 | Valencia`,
  marathon: `
    2:21:06 | Ingrid Kristiansen | NOR | 1985-04-21 | London
    2:20:47 | Tegla Loroupe | KEN | 1998-04-19 | Rotterdam
    2:20:43 | Tegla Loroupe | KEN | 1999-09-26 | Berlin
    2:19:46 | Naoko Takahashi | JPN | 2001-09-30 | Berlin
    2:18:47 | Catherine Ndereba | KEN | 2001-10-07 | Chicago
    2:17:18 | Paula Radcliffe | GBR | 2002-10-13 | Chicago
    2:15:25 | Paula Radcliffe | GBR | 2003-04-13 | London
    2:14:04 | Brigid Kosgei | KEN | 2019-10-13 | Chicago
    2:11:53 | Tigst Assefa | ETH | 2023-09-24 | Berlin
    2:09:56 | Ruth Chepngetich | KEN | 2024-10-13 | Chicago`,
  '100k-road': '6:33:11 | Tomoe Abe | JPN | 2000-06-25 | Saroma',
  '20k-race-walk': `
    1:24:38 | Liu Hong | CHN | 2015-06-06 | La Coruña
    1:23:49 | Yang Jiayu | CHN | 2021-03-20 | Huangshan`,
  '35k-race-walk': '2:37:15 | María Pérez | ESP | 2023-05-21 | Poděbrady',
  '50k-race-walk': '3:59:15 | Liu Hong | CHN | 2019-03-09 | Huangshan',
  'high-jump': `
    2.09 | Stefka Kostadinova | BUL | 1987-08-30 | Rome
    2.10 | Yaroslava Mahuchikh | UKR | 2024-07-07 | Paris`,
  'pole-vault': `
    5.05 | Yelena Isinbayeva | RUS | 2008-08-18 | Beijing
    5.06 | Yelena Isinbayeva | RUS | 2009-08-28 | Zürich`,
  'long-jump': '7.52 | Galina Chistyakova | URS | 1988-06-11 | Leningrad',
  'triple-jump': `
    15.50 | Inessa Kravets | UKR | 1995-08-10 | Gothenburg
    15.67 | Yulimar Rojas | VEN | 2021-08-01 | Tokyo
    15.74 | Yulimar Rojas | VEN | 2022-03-20 | Belgrade`,
  'shot-put': '22.63 | Natalya Lisovskaya | URS | 1987-06-07 | Moscow',
  'discus-throw': '76.80 | Gabriele Reinsch | GDR | 1988-07-09 | Neubrandenburg',
  'hammer-throw': '82.98 | Anita Włodarczyk | POL | 2016-08-28 | Warsaw',
  'javelin-throw': '72.28 | Barbora Špotáková | CZE | 2008-09-13 | Stuttgart',
  heptathlon: '7291 | Jackie Joyner-Kersee | USA | 1988-09-24 | Seoul',
  decathlon: '8358 | Austra Skujytė | LTU | 2005-04-15 | Columbia',
}

const MIXED: Rows = {
  'mixed-4x400-metres-relay': `
    3:09.34 | United States | USA | 2019-09-29 | Doha
    3:08.80 | United States | USA | 2023-08-19 | Budapest
    3:07.41 | United States | USA | 2024-08-02 | Paris`,
}

const MEN_SHORT_TRACK: Rows = {
  '60-metres': `
    6.39 | Maurice Greene | USA | 1998-02-03 | Madrid
    6.37 | Christian Coleman | USA | 2018-01-19 | Clemson | unratified
    6.34 | Christian Coleman | USA | 2018-02-18 | Albuquerque`,
  '200-metres': '19.92 | Frank Fredericks | NAM | 1996-02-18 | Liévin',
  '400-metres': `
    44.57 | Kerron Clement | USA | 2005-03-12 | Fayetteville
    44.49 | Christopher Morales Williams | CAN | 2024-02-24 | Fayetteville | unratified`,
  '800-metres': '1:42.67 | Wilson Kipketer | DEN | 1997-03-09 | Paris',
  '1000-metres': '2:14.20 | Ayanleh Souleiman | DJI | 2016-02-17 | Stockholm',
  '1500-metres': `
    3:31.18 | Hicham El Guerrouj | MAR | 1997-02-02 | Stuttgart
    3:31.04 | Samuel Tefera | ETH | 2019-02-16 | Birmingham
    3:30.60 | Jakob Ingebrigtsen | NOR | 2022-02-17 | Liévin
    3:29.63 | Jakob Ingebrigtsen | NOR | 2025-02-13 | Liévin`,
  mile: `
    3:48.45 | Hicham El Guerrouj | MAR | 1997-02-12 | Ghent
    3:47.01 | Yomif Kejelcha | ETH | 2019-03-03 | Boston
    3:46.63 | Yared Nuguse | USA | 2025-02-08 | New York
    3:45.14 | Jakob Ingebrigtsen | NOR | 2025-02-13 | Liévin`,
  '3000-metres': `
    7:24.90 | Daniel Komen | KEN | 1998-02-06 | Budapest
    7:23.81 | Lamecha Girma | ETH | 2023-02-15 | Liévin
    7:22.91 | Grant Fisher | USA | 2025-02-08 | New York`,
  '5000-metres': `
    12:49.60 | Kenenisa Bekele | ETH | 2004-02-20 | Birmingham
    12:44.09 | Grant Fisher | USA | 2025-02-14 | Boston`,
  '60-metres-hurdles': `
    7.30 | Colin Jackson | GBR | 1994-03-06 | Sindelfingen
    7.29 | Grant Holloway | USA | 2021-02-24 | Madrid
    7.27 | Grant Holloway | USA | 2024-02-16 | Albuquerque`,
  'high-jump': '2.43 | Javier Sotomayor | CUB | 1989-03-04 | Budapest',
  'pole-vault': `
    6.15 | Sergey Bubka | UKR | 1993-02-21 | Donetsk
    6.16 | Renaud Lavillenie | FRA | 2014-02-15 | Donetsk
    6.17 | Armand Duplantis | SWE | 2020-02-08 | Toruń
    6.18 | Armand Duplantis | SWE | 2020-02-15 | Glasgow
    6.19 | Armand Duplantis | SWE | 2022-03-07 | Belgrade
    6.20 | Armand Duplantis | SWE | 2022-03-20 | Belgrade
    6.22 | Armand Duplantis | SWE | 2023-02-25 | Clermont-Ferrand
    6.27 | Armand Duplantis | SWE | 2025-02-28 | Clermont-Ferrand`,
  'long-jump': '8.79 | Carl Lewis | USA | 1984-01-27 | New York',
  'triple-jump': '18.07 | Hugues Fabrice Zango | BUR | 2021-01-16 | Aubière',
  'shot-put': '22.82 | Ryan Crouser | USA | 2021-01-24 | Fayetteville',
  'heptathlon-short-track': '6645 | Ashton Eaton | USA | 2012-03-10 | Istanbul',
}

const WOMEN_SHORT_TRACK: Rows = {
  '60-metres': '6.92 | Irina Privalova | RUS | 1993-02-11 | Madrid',
  '200-metres': '21.87 | Merlene Ottey | JAM | 1993-02-13 | Liévin',
  '400-metres': `
    49.59 | Jarmila Kratochvílová | TCH | 1982-03-07 | Milan
    49.26 | Femke Bol | NED | 2023-02-19 | Apeldoorn
    49.24 | Femke Bol | NED | 2024-02-18 | Apeldoorn
    49.17 | Femke Bol | NED | 2024-03-02 | Glasgow`,
  '800-metres': '1:55.82 | Jolanda Čeplak | SLO | 2002-03-03 | Vienna',
  '1000-metres': '2:30.94 | Maria Mutola | MOZ | 1999-02-25 | Stockholm',
  '1500-metres': `
    3:55.17 | Genzebe Dibaba | ETH | 2014-02-01 | Karlsruhe
    3:53.09 | Gudaf Tsegay | ETH | 2021-02-09 | Liévin`,
  mile: '4:13.31 | Genzebe Dibaba | ETH | 2016-02-17 | Stockholm',
  '3000-metres': '8:16.60 | Genzebe Dibaba | ETH | 2014-02-06 | Stockholm',
  '5000-metres': '14:18.86 | Genzebe Dibaba | ETH | 2015-02-19 | Stockholm',
  '60-metres-hurdles': `
    7.68 | Susanna Kallur | SWE | 2008-02-10 | Karlsruhe
    7.67 | Devynne Charlton | BAH | 2024-02-11 | New York
    7.65 | Devynne Charlton | BAH | 2024-03-03 | Glasgow`,
  'high-jump': '2.08 | Kajsa Bergqvist | SWE | 2006-02-04 | Arnstadt',
  'pole-vault': '5.03 | Jennifer Suhr | USA | 2016-01-30 | Brockport',
  'long-jump': '7.37 | Heike Drechsler | GDR | 1988-02-13 | Vienna',
  'triple-jump': '15.74 | Yulimar Rojas | VEN | 2022-03-20 | Belgrade',
  'shot-put': '22.50 | Helena Fibingerová | TCH | 1977-02-19 | Jablonec',
  pentathlon: '5055 | Nafissatou Thiam | BEL | 2023-03-03 | Istanbul',
}

/** Area records where they are not the world's. */
const AREAS: Partial<Record<Area, { M?: Rows; F?: Rows }>> = {
  Asia: {
    M: {
      '100-metres': '9.83 | Su Bingtian | CHN | 2021-08-01 | Tokyo',
      '200-metres': '19.88 | Xie Zhenye | CHN | 2019-07-21 | London',
      '400-metres': '43.93 | Yousef Masrahi | KSA | 2015-08-23 | Beijing',
      '800-metres': '1:42.79 | Yusuf Saad Kamel | BRN | 2008-07-29 | Monaco',
      '1500-metres': '3:29.14 | Rashid Ramzi | BRN | 2006-07-14 | Rome',
      '5000-metres': '12:51.96 | Albert Rop | BRN | 2013-07-19 | Monaco',
      '10000-metres': '26:38.76 | Abdullah Ahmad Hassan | QAT | 2003-09-05 | Brussels',
      '110-metres-hurdles': '12.88 | Liu Xiang | CHN | 2006-07-11 | Lausanne',
      '400-metres-hurdles': '46.98 | Abderrahman Samba | QAT | 2018-06-30 | Paris',
      '3000-metres-steeplechase': '7:53.63 | Saif Saaeed Shaheen | QAT | 2004-09-03 | Brussels',
      '4x100-metres-relay': '37.43 | Japan | JPN | 2019-10-05 | Doha',
      'half-marathon': '58:40 | Abraham Cheroben | BRN | 2017-09-17 | Copenhagen',
      marathon: '2:04:43 | El Hassan El-Abbassi | BRN | 2018-12-02 | Valencia',
      'high-jump': '2.43 | Mutaz Essa Barshim | QAT | 2014-09-05 | Brussels',
      'pole-vault': '6.00 | Ernest John Obiena | PHI | 2023-06-10 | Bergen',
      'long-jump': '8.48 | Mohamed Al-Khuwalidi | KSA | 2006-07-02 | Sotteville',
      'hammer-throw': '84.86 | Koji Murofushi | JPN | 2003-06-29 | Prague',
      'discus-throw': '69.32 | Ehsan Haddadi | IRI | 2008-06-03 | Tallinn',
      'javelin-throw': '92.97 | Arshad Nadeem | PAK | 2024-08-08 | Paris',
      decathlon: '8725 | Dmitriy Karpov | KAZ | 2004-08-24 | Athens',
    },
    F: {
      '100-metres': '10.79 | Li Xuemei | CHN | 1997-10-18 | Shanghai',
      '200-metres': '22.01 | Li Xuemei | CHN | 1997-10-22 | Shanghai',
      '400-metres': '48.14 | Salwa Eid Naser | BRN | 2019-10-03 | Doha',
      '800-metres': '1:55.54 | Liu Dong | CHN | 1993-09-09 | Beijing',
      '1500-metres': '3:50.46 | Qu Yunxia | CHN | 1993-09-11 | Beijing',
      '5000-metres': '14:28.09 | Jiang Bo | CHN | 1997-10-23 | Shanghai',
      '10000-metres': '29:31.78 | Wang Junxia | CHN | 1993-09-08 | Beijing',
      '100-metres-hurdles': '12.44 | Olga Shishigina | KAZ | 1995-06-27 | Lucerne',
      '3000-metres-steeplechase': '8:44.39 | Winfred Yavi | BRN | 2024-08-30 | Rome',
      '4x100-metres-relay': '42.23 | Sichuan | CHN | 1997-10-23 | Shanghai',
      marathon: `
        2:19:12 | Mizuki Noguchi | JPN | 2005-09-25 | Berlin
        2:18:59 | Honami Maeda | JPN | 2024-01-28 | Osaka`,
      'hammer-throw': '77.68 | Wang Zheng | CHN | 2014-03-29 | Chengdu',
      'shot-put': '21.76 | Li Meisu | CHN | 1988-04-23 | Shijiazhuang',
      'discus-throw': '71.68 | Xiao Yanling | CHN | 1992-03-14 | Beijing',
      'javelin-throw': '67.98 | Lü Huihui | CHN | 2019-08-02 | Shenyang',
    },
  },
  Europe: {
    M: {
      '100-metres': '9.80 | Marcell Jacobs | ITA | 2021-08-01 | Tokyo',
      '200-metres': '19.72 | Pietro Mennea | ITA | 1979-09-12 | Mexico City',
      '400-metres': '43.44 | Matthew Hudson-Smith | GBR | 2024-08-07 | Paris',
      '800-metres': '1:41.11 | Wilson Kipketer | DEN | 1997-08-24 | Cologne',
      '1500-metres': '3:26.73 | Jakob Ingebrigtsen | NOR | 2024-07-12 | Monaco',
      mile: '3:43.73 | Jakob Ingebrigtsen | NOR | 2023-09-16 | Eugene',
      '5000-metres': `
        12:48.45 | Jakob Ingebrigtsen | NOR | 2021-06-10 | Florence
        12:44.27 | Andreas Almgren | SWE | 2025-06-15 | Stockholm`,
      '110-metres-hurdles': '12.91 | Colin Jackson | GBR | 1993-08-20 | Stuttgart',
      marathon: '2:03:36 | Bashir Abdi | BEL | 2021-10-24 | Rotterdam',
    },
    F: {
      '10000-metres': '29:06.82 | Sifan Hassan | NED | 2021-06-06 | Hengelo',
      marathon: `
        2:15:25 | Paula Radcliffe | GBR | 2003-04-13 | London
        2:13:44 | Sifan Hassan | NED | 2023-10-08 | Chicago`,
    },
  },
  Africa: {
    M: {
      '100-metres': '9.77 | Ferdinand Omanyala | KEN | 2021-09-18 | Nairobi',
      '200-metres': '19.46 | Letsile Tebogo | BOT | 2024-08-08 | Paris',
    },
  },
  NACAC: { M: { marathon: '2:04:43 | Conner Mantz | USA | 2025-10-12 | Chicago' } },
  'South America': { M: { marathon: '2:04:51 | Daniel do Nascimento | BRA | 2022-04-17 | Seoul' } },
  Oceania: {
    M: {
      '100-metres': '9.93 | Patrick Johnson | AUS | 2003-05-05 | Mito',
      '200-metres': `
        20.06 | Peter Norman | AUS | 1968-10-16 | Mexico City
        20.02 | Gout Gout | AUS | 2025-06-24 | Ostrava`,
    },
  },
}

/** The day up to which the table is known. */
export const KNOWN_UNTIL: PartialDate = '2025-12-31'

const WORLD_LIST = 'World Athletics: world records'
const ULTRA: readonly DisciplineSlug[] = ['100k-road', '100-miles-road', '24-hours']

type Heading = Pick<WorldBest, 'sex' | 'area' | 'isShortTrack'>

/** Every record of the table, by list, and within a list in the order of their days. */
export const WORLD_BESTS: readonly WorldBest[] = [
  ...read(MEN, { sex: 'M', area: null, isShortTrack: false }),
  ...read(WOMEN, { sex: 'F', area: null, isShortTrack: false }),
  ...read(MIXED, { sex: 'X', area: null, isShortTrack: false }),
  ...read(MEN_SHORT_TRACK, { sex: 'M', area: null, isShortTrack: true }),
  ...read(WOMEN_SHORT_TRACK, { sex: 'F', area: null, isShortTrack: true }),
  ...(Object.keys(AREAS) as Area[]).flatMap((area) =>
    (['M', 'F'] as const).flatMap((sex) => read(AREAS[area]?.[sex] ?? {}, { sex, area, isShortTrack: false })),
  ),
]

function read(rows: Rows, heading: Heading): WorldBest[] {
  return (Object.keys(rows) as DisciplineSlug[]).flatMap((slug) =>
    (rows[slug] ?? '')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => readRow(line, slug, heading)),
  )
}

function readRow(line: string, slug: DisciplineSlug, heading: Heading): WorldBest {
  const [text = '', holder = '', countryCode = '', since = '', place = '', state] = line
    .split('|')
    .map((cell) => cell.trim())
  const mark = parseMark(text, slug)
  if (!mark.ok) throw new Error(`The table of records has ${text} in the discipline ${slug}. ${mark.reason}`)
  const source =
    heading.area === null ? (ULTRA.includes(slug) ? 'IAU: world bests' : WORLD_LIST) : areaList(heading.area)
  const isRatified = state !== 'unratified'
  return {
    discipline: slug,
    ...heading,
    mark: mark.mark,
    value: mark.value,
    holder,
    countryCode,
    since,
    place,
    isRatified,
    source,
  }
}

function areaList(area: Area): string {
  return `World Athletics: area records, ${area}`
}

const byList = new Map<string, WorldBest[]>()
for (const best of WORLD_BESTS) {
  const key = listKey(best.discipline, best.sex, best.area)
  byList.set(key, [...(byList.get(key) ?? []), best])
}

function listKey(slug: DisciplineSlug, sex: Sex, area: Area | null): string {
  return [slug, sex, area ?? 'World'].join(' ')
}

/** Which record is meant: that of a day rather than today's, that of an area rather than the world's. */
export interface WhichBest {
  on?: PartialDate | null
  area?: Area | null
}

/**
 * The best that anybody had done in the discipline, outdoors or on the short track, ratified or not; null where the
 * table does not know. With `on`, by the end of that day, month or year: before the first record of the table, that
 * first one, since all earlier ones were no better.
 */
export function worldBest(
  slug: DisciplineSlug,
  sex: Sex,
  { on = null, area = null }: WhichBest = {},
): WorldBest | null {
  const known = byList.get(listKey(slug, sex, area)) ?? []
  const [first] = known.toSorted((a, b) => (a.since < b.since ? -1 : 1))
  const until = on === null ? '9999' : `${on.replace('~', '')}\u{10FFFF}`
  const set = known.filter(({ since }) => since <= until)
  const { unit } = discipline(slug)
  const [best] = set.sort((a, b) => (unit === 'MILLISECOND' ? a.value - b.value : b.value - a.value))
  return best ?? first ?? null
}

/** What decides whether a mark is better than anybody's. */
export interface ComparedMark {
  discipline: DisciplineSlug
  sex: Sex
  ageGroup: string | null
  paraClass: string | null
  /** In the discipline's unit. */
  value: number
  date: PartialDate | null
  countryCode: string | null
}

/**
 * The records that the mark is better than: the world's of that day, and that of the athlete's area. Empty for nearly
 * every mark. Wheelchairs are faster and younger athletes throw lighter implements, so that para classes and, in throws,
 * hurdles and combined events, age groups are not compared. An area's record is only compared from its own day on,
 * since another, or none of the table, was the record before.
 */
export function beyondRecords(mark: ComparedMark): WorldBest[] {
  const { discipline: slug, sex, date, countryCode } = mark
  if (mark.paraClass !== null || (mark.ageGroup !== null && isLighterForYouth(slug))) return []
  const world = worldBest(slug, sex, { on: date })
  const home = countryCode === null ? null : (country(countryCode)?.area ?? null)
  const ofArea = home === null ? null : worldBest(slug, sex, { on: date, area: home })
  const area = ofArea !== null && (date === null || ofArea.since <= date) ? ofArea : null
  const isBeyond = (best: WorldBest | null): best is WorldBest =>
    best !== null && (discipline(slug).unit === 'MILLISECOND' ? mark.value < best.value : mark.value > best.value)
  return [world, area].filter(isBeyond)
}

/** World Athletics, Technical Rules on implements and hurdles: their weights and heights go by age. */
function isLighterForYouth(slug: DisciplineSlug): boolean {
  return /hurdles|throw|shot-put|decathlon|heptathlon|pentathlon/.test(slug)
}

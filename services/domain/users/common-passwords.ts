// Well-known passwords and words that people make passwords of, in lower case, without a tail of digits. Data only.
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `password passwort passw0rd p@ssw0rd p@ssword password1 password12 password123 1password mypassword newpassword
  thepassword yourpassword changeme changeit letmein letmeinnow welcome welcometo iloveyou iloveu trustno trustnoone
  qwerty qwertyui qwertyuiop qwertzuiop azertyuiop qwer1234 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qazxsw2 qazwsxedc zaq12wsx
  asdfghjk asdfghjkl asdf1234 zxcvbnm zxcvbnm1 q1w2e3r4 q1w2e3r4t5 abcd1234 a1b2c3d4 abc12345 aa123456 a1234567
  12341234 11223344 12121212 00000000 11111111 22222222 99999999 88888888 123123123 123321123 147258369 987654321
  1234567890 0123456789 0987654321 123456789a 123456789q 12345678a 123qweasd 123456abc 1234qwer 12345qwert
  football baseball basketball softball volleyball hockey soccer swimming superman batman spiderman wonderwoman
  princess princesa sunshine shadow master dragon monkey michael jennifer jordan michelle charlie daniel thomas
  robert jessica ashley amanda nicole andrew joshua matthew william anthony christian elizabeth stephanie samantha
  alexander alexandra benjamin victoria veronica valentina valentin caroline katherine jonathan nicholas patrick
  whatever whatsup computer internet samsung motorola nintendo playstation pokemon minecraft starwars skywalker
  startrek enterprise matrix mustang corvette ferrari porsche mercedes lamborghini harley yamaha suzuki kawasaki
  liverpool chelsea arsenal manchester barcelona juventus realmadrid marseille ronaldo cristiano rangers cowboys
  steelers lakers yankees redskins eagles packers patriots butterfly chocolate strawberry cookie banana cheese
  pepper ginger orange purple yellow diamond crystal rainbow flower flowers blossom summer winter spring autumn
  january february september october november december saturday sunday monday london paris berlin america
  australia california florida newyork brooklyn forever together friends family mother father brother sister
  babygirl babyboy lovelove loveyou lovely sweetheart beautiful gorgeous handsome precious darling honey
  midnight moonlight stargate starlight thunder lightning hurricane phoenix tinkerbell snowball
  administrator admin admin123 adminadmin rootroot testtest test1234 testpass testing guest guestguest default
  secret secret123 topsecret access access14 login loginlogin system server database oracle postgres mysql
  hunter hunter2 killer ninja pirate warrior soldier marine gateway cheyenne scorpion wildcats bulldogs bigdaddy
  blink182 metallica nirvana slipknot eminem rockstar rocknroll musicman guitar trombone trumpet
  passcode pass1234 pass123 passpass password! password? correcthorsebatterystaple opensesame`.split(/\s+/),
);

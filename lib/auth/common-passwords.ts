/**
 * Passwords of eight characters and more that stand high in published lists of leaked ones, Chinese sites among them.
 * Runs and repetitions ("12345678", "aaaaaaaa") are told by rule and left out here.
 */
export const commonPasswords = new Set(
  `
  password password1 password12 password123 passw0rd p@ssw0rd p@ssword pa55word pass1234 passpass passw0rd1 1password
  qwertyui qwertyuiop qwerty12 qwerty123 qwerty1234 qwerty12345 qwertyu1 qwer1234 qwer12345 qwerasdf qwe123456 qwe12345 qweasdzxc qweasd123
  1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx 1qaz2wsx3edc 1qazxsw2 zaq12wsx zaq1xsw2 !qaz2wsx 2wsx3edc q1w2e3r4 q1w2e3r4t5 qazwsx123 qazwsxedc
  asdfghjk asdfghjkl asdf1234 asdfasdf asd123456 asdqwe123 zxcvbnm1 zxcvbnm123 zxcv1234 zxcvbnm, zxc123456 zxcasdqwe zxcvasdf
  abc12345 abc123456 abcd1234 abcd12345 abcdefg1 abcd123456 abcabc123 abc123abc a1234567 a12345678 a123456789 a1b2c3d4 a1s2d3f4 aa123456 aa12345678
  aaa123456 aaaa1111 aaa111222 aabb1122 1a2b3c4d 1234abcd 1234qwer 12345qwert 123456ab 123456abc 123456aa 12345678a 123456789a 123456789q 123456qq
  123qweasd 123qwe123 123qweasdzxc 123abc123 123asd123 123456qwe 123456qwerty q12345678 q123456789 z12345678 z123456789 w123456789 s12345678 x12345678
  11223344 1122334455 112233445566 11112222 12341234 12344321 1234554321 123123123 123123456 123321123 123454321 123456123 123654789 12369874 147258369
  14725836 147852369 159357456 159753159 159753456 135792468 13579246 246813579 741852963 74108520 789456123 78945612 456789123 963852741 963258741
  987456321 98745632 9876543210 321654987 32165498 369258147 25802580 15935746 10203040 11221122 12121212 20202020 10101010 19491001 00001111 01234567
  99887766 88886666 66668888 66669999 66778899 55667788 51505150 52013140 520131400 5201314520 52013141 1314520520 13145201 13145200 1314521521
  0123456789 01020304 1234567890a 111222333 11122233 123698745 100200300 168168168 16816888 18181818 51885188 58585858 520520520 521521521 521125521
  5201314a a5201314 q5201314 z5201314 w5201314 s5201314 5201314qq aini1314 aini520520 woaini520 woaini521 woaini123 woaini1314 woaini5201314 woaini11
  1314woaini 520woaini woaiwojia woaiziji woaimama woaini99 iloveyou iloveyou1 iloveyou2 iloveyou520 iloveyou1314 loveyou520 loveyou1314 ilovechina
  caonima123 caonima1 nicaicai nishizhu tiancai1 woshishui woshiwo1 wangyut2 wojiushiwo nihao123 nihao1234 nihaoma1 shanghai beijing2008 qingdao123
  zhongguo zhongguo1 zhonghua china123 china1949 china2008 gongchandang dongfanghong woaizhongguo laodong51 laodong123 gonghui123 gonghui1 rongyu123
  sunshine princess football baseball superman batman123 trustno1 whatever starwars computer internet michelle jennifer jordan23 liverpool charlie1
  dragon123 monkey123 letmein1 letmein123 welcome1 welcome123 welcome@123 shadow123 master123 michael1 mustang1 hello123 freedom1 killer123 maverick
  admin123 admin1234 admin12345 admin123456 admin888 admin666 admin@123 admin@1234 admin#123 admin!@# adminadmin administrator admin001 admin2020
  root1234 root123456 root@123 rootroot toor1234 test1234 test12345 test123456 testtest test@123 user1234 user123456 guest123 guest1234 demo1234 demo123456
  changeme changeme1 changeme123 default1 default123 temp1234 temporary secret123 secret12 system123 manager1 manager123 oracle123 mysql123 sysadmin
  huawei@123 huawei12#$ changeme_123 hik12345 abcd@1234 aa123456. aa123456@ abc@1234 abc@12345 abc123!@# qq123456 qq123456789 qq5201314 qq1314520
  qq12345678 wang1234 wang123456 zhang123 zhang123456 zhangwei wangwei123 liwei123 li123456 chen123456 liu123456 yang123456 zhao123456 lilili123
  xiaoxiao xiaoming xiaolong longlong mingming haohaohao tingting feifeifei yuanyuan dandan123 weiwei123 lingling jingjing dongdong pengpeng
  !@#$%^&* !@#$%^&*( qwe!@#123 1qaz!qaz 1qaz@wsx 1q2w#e$r 123!@#qwe abcd!@#$ 1234!@#$ !qaz@wsx zaq!2wsx p@ssw0rd1 p@ssw0rd123 pass@word1 pass@1234
  `
    .trim()
    .split(/\s+/),
);

/** Words that stay easy to guess with a year, figures or signs around them. */
export const commonWords = new Set(
  `
  admin administrator root user guest test demo login default system manager master welcome hello iloveyou loveyou love letmein changeme secret temp
  password passwd pass pwd qwerty qwert qwer asdf asdfgh zxcv zxcvbn abc abcd abcde abcdef qaz wsx qazwsx qweasd
  honor honors honour award awards registry union gonghui rongyu ronyao laomo gongjiang jiangxing biaozhang zhigong laodong
  woaini woaiwo aini wo ni woshi nihao zhongguo zhonghua china beijing shanghai qingdao shandong guangzhou shenzhen gongsi jituan bumen dianli dianjian
  huawei alibaba tencent baidu weixin wechat qq mima denglu guanli guanliyuan yonghu xitong
  密码 登录 管理员 用户 系统 工会 荣誉 劳模 工匠 中国 青岛 北京 我爱你 你好
  `
    .trim()
    .split(/\s+/),
);

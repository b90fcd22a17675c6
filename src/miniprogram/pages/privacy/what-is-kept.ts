/** What the county asks for, in plain words: the field, why, who sees it, how long. The same as the county's usual terms. */
export const WHAT_IS_KEPT: readonly { field: string; why: string; who: string; long: string }[] = [
  {
    field: '您写的话、录音、照片、录像',
    why: '弄清楚是什么事，好去办。',
    who: '县政协工作人员、您乡镇的联络员、有关的委员和办事的部门。公开的内容另写，不带您的信息。',
    long: '照片、录像和录音办完一年后删。写的话留作办事的记录。',
  },
  {
    field: '姓名、电话（可以不留）',
    why: '说不清的地方打电话问您，办完了告诉您。',
    who: '平时只看得到「张**，139****01」。要看全的，得先写明原因，您查得到谁看过、为什么看。',
    long: '办完半年后删。',
  },
  {
    field: '替别人说时，本人的姓名、电话（可以不留）',
    why: '核实是不是本人的意思，告诉本人消息。',
    who: '和您自己的电话一样。',
    long: '办完半年后删。本人说不是他的意思，核实后马上删。',
  },
  {
    field: '地点、地图上的点（可以不选）',
    why: '分给管这一片的人，找得到地方。',
    who: '办这件事的人。',
    long: '具体的点办完一年后删。',
  },
  {
    field: '您的微信或这个浏览器的标记',
    why: '下次打开，认得出哪些是您说的。',
    who: '谁也看不到是谁。网页上只记一串打乱的标记，不记您的手机号和网络地址。',
    long: '办完两年后断开，对不上人。',
  },
];

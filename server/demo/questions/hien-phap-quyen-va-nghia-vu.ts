import { questionsOn, shortText, single, trueFalse } from './demo-question.js';

const ARTICLE = (place: string) => `Hiến pháp năm 2013, ${place}`;

export const constitutionOnRights = questionsOn('Hiến pháp', [
  single({
    level: 'recall',
    text: 'Theo Hiến pháp năm 2013, công dân đủ bao nhiêu tuổi có quyền bầu cử và đủ bao nhiêu tuổi có quyền ứng cử vào Quốc hội?',
    options: [
      'Đủ 16 tuổi bầu cử, đủ 18 tuổi ứng cử',
      'Đủ 18 tuổi bầu cử, đủ 20 tuổi ứng cử',
      '*Đủ 18 tuổi bầu cử, đủ 21 tuổi ứng cử',
      'Đủ 20 tuổi bầu cử, đủ 25 tuổi ứng cử',
    ],
    explanation:
      'Công dân đủ mười tám tuổi trở lên có quyền bầu cử và đủ hai mươi mốt tuổi trở lên có quyền ứng cử vào Quốc hội, Hội đồng nhân dân.',
    source: ARTICLE('Điều 27'),
    tags: ['bầu cử'],
  }),
  shortText({
    level: 'recall',
    text: 'Theo Hiến pháp năm 2013, Quốc ca nước Cộng hòa xã hội chủ nghĩa Việt Nam là nhạc và lời của bài hát nào?',
    accepted: ['Tiến quân ca', 'Bài Tiến quân ca', 'Tiến quân ca (Văn Cao)', 'Tiến quân ca của Văn Cao'],
    explanation:
      'Nhạc sĩ Văn Cao sáng tác Tiến quân ca cuối năm 1944. Quốc hội khóa I chọn bài hát làm Quốc ca và ghi vào Hiến pháp năm 1946.',
    source: ARTICLE('khoản 3 Điều 13'),
    tags: ['biểu tượng quốc gia'],
  }),
  trueFalse({
    level: 'recall',
    text: 'Theo Hiến pháp năm 2013, ngôn ngữ quốc gia là tiếng Việt.',
    correct: true,
    explanation:
      'Cùng với quy định này, Hiến pháp bảo đảm các dân tộc có quyền dùng tiếng nói, chữ viết, giữ gìn bản sắc dân tộc của mình.',
    source: ARTICLE('khoản 3 Điều 5'),
    tags: ['dân tộc', 'ngôn ngữ'],
  }),
  single({
    level: 'understand',
    text: 'Việc nào dưới đây là hình thức Nhân dân thực hiện quyền lực nhà nước bằng dân chủ trực tiếp?',
    options: [
      'Đại biểu Quốc hội thảo luận dự án luật',
      'Hội đồng nhân dân tỉnh quyết định ngân sách',
      '*Công dân biểu quyết khi Nhà nước trưng cầu ý dân',
      'Ủy ban Thường vụ Quốc hội giải thích luật',
    ],
    explanation:
      'Trưng cầu ý dân để người dân tự mình quyết định nên là dân chủ trực tiếp. Ba trường hợp còn lại do cơ quan đại diện hoặc người đại diện thực hiện.',
    source: ARTICLE('Điều 6 và Điều 29'),
    tags: ['dân chủ'],
  }),
  single({
    level: 'understand',
    text: 'Theo Hiến pháp năm 2013, quyền con người, quyền công dân chỉ có thể bị hạn chế theo quy định của loại văn bản nào?',
    options: ['*Luật', 'Nghị định', 'Thông tư', 'Quyết định của Ủy ban nhân dân'],
    explanation:
      'Chỉ luật mới được hạn chế quyền, và chỉ trong trường hợp cần thiết vì lý do quốc phòng, an ninh quốc gia, trật tự, an toàn xã hội, đạo đức xã hội, sức khỏe của cộng đồng.',
    source: ARTICLE('khoản 2 Điều 14'),
    tags: ['quyền con người'],
  }),
  trueFalse({
    level: 'understand',
    text: 'Theo Hiến pháp năm 2013, chỉ công dân Việt Nam mới có quyền tự do tín ngưỡng, tôn giáo.',
    correct: false,
    explanation:
      'Điều 24 dùng chủ thể “mọi người”: ai cũng có quyền theo hoặc không theo một tôn giáo nào. Hiến pháp phân biệt quyền của “mọi người” với quyền của “công dân”.',
    source: ARTICLE('khoản 1 Điều 24'),
    tags: ['quyền con người', 'tôn giáo'],
  }),
  single({
    level: 'understand',
    text: 'Theo Hiến pháp năm 2013, người bị buộc tội được coi là không có tội cho đến khi được chứng minh theo trình tự luật định và có điều gì?',
    options: [
      'Kết luận điều tra đề nghị truy tố',
      'Cáo trạng của Viện kiểm sát',
      'Quyết định đưa vụ án ra xét xử',
      '*Bản án kết tội đã có hiệu lực pháp luật',
    ],
    explanation:
      'Đây là nguyên tắc suy đoán vô tội. Khởi tố, truy tố hay đưa ra xét xử đều chưa phải là kết luận một người có tội; báo chí gọi họ là bị can, bị cáo.',
    source: ARTICLE('khoản 1 Điều 31'),
    tags: ['suy đoán vô tội'],
  }),
  single({
    level: 'understand',
    text: 'Phạm vi quyền tự do kinh doanh theo Hiến pháp năm 2013 được diễn đạt thế nào?',
    options: [
      'Trong những ngành nghề mà pháp luật cho phép',
      '*Trong những ngành nghề mà pháp luật không cấm',
      'Trong những ngành nghề do địa phương quy hoạch',
      'Trong mọi ngành nghề, không có ngoại lệ',
    ],
    explanation:
      'Cách viết “không cấm” mở rộng quyền: người dân được làm những gì pháp luật không cấm, thay vì chỉ được làm những gì pháp luật cho phép.',
    source: ARTICLE('Điều 33'),
    tags: ['kinh doanh'],
  }),
  single({
    level: 'apply',
    text: 'Nghi con nhà bên lấy trộm đồ, ông A tự ý vào nhà hàng xóm lục soát khi chủ nhà không đồng ý. Ông A xâm phạm quyền nào được Hiến pháp bảo vệ?',
    options: [
      'Quyền tự do đi lại và cư trú',
      'Quyền được giữ bí mật thư tín',
      'Quyền sở hữu đối với tư liệu sản xuất',
      '*Quyền bất khả xâm phạm về chỗ ở',
    ],
    explanation:
      'Không ai được tự ý vào chỗ ở của người khác nếu không được người đó đồng ý; việc khám xét chỗ ở do luật định. Nghi ngờ mất trộm không cho ai quyền tự lục soát.',
    source: ARTICLE('Điều 22'),
    tags: ['quyền con người', 'tình huống'],
  }),
  single({
    level: 'apply',
    text: 'Bản tin nội bộ định đăng ảnh chụp bức thư riêng của một hội viên mà chưa hỏi ý kiến người đó. Căn cứ Hiến pháp năm 2013, biên tập viên nên xử lý thế nào?',
    options: [
      'Đăng, vì bản tin chỉ lưu hành nội bộ',
      '*Không đăng, vì thư tín được bảo đảm bí mật',
      'Đăng, nhưng che tên người nhận thư',
      'Đăng, rồi gỡ nếu hội viên phản đối',
    ],
    explanation:
      'Mọi người có quyền bí mật thư tín, điện thoại, điện tín; không ai được bóc mở, kiểm soát, thu giữ trái luật thư tín của người khác. Lưu hành nội bộ không làm mất quyền này.',
    source: ARTICLE('khoản 2 Điều 21'),
    tags: ['đời sống riêng tư', 'tình huống'],
  }),
  single({
    level: 'apply',
    text: 'Ngày bầu cử đại biểu Quốc hội là 15/3/2026. Người sinh ngày nào đã đủ tuổi ứng cử?',
    options: ['*15/3/2005', '20/3/2005', '15/3/2006', '10/10/2007'],
    explanation:
      'Tuổi ứng cử là đủ 21. Người sinh ngày 15/3/2005 tròn 21 tuổi đúng ngày bầu cử; người sinh ngày 20/3/2005 còn thiếu năm ngày.',
    source: ARTICLE('Điều 27'),
    tags: ['bầu cử', 'tình huống'],
  }),
  single({
    level: 'apply',
    text: 'Biết một nhân viên gửi đơn tố cáo mình, trưởng phòng ra quyết định chuyển người đó đi làm việc khác để “răn đe”. Theo Hiến pháp năm 2013, việc này là gì?',
    options: [
      'Hợp hiến, vì người quản lý được quyền bố trí nhân sự',
      'Hợp hiến, nếu đơn tố cáo chưa được kết luận là đúng',
      '*Trái Hiến pháp, vì trả thù người tố cáo bị nghiêm cấm',
      'Trái Hiến pháp, chỉ khi nhân viên bị giảm lương',
    ],
    explanation:
      'Hiến pháp nghiêm cấm việc trả thù người khiếu nại, tố cáo hoặc lợi dụng quyền khiếu nại, tố cáo để vu khống, vu cáo làm hại người khác.',
    source: ARTICLE('khoản 3 Điều 30'),
    tags: ['khiếu nại, tố cáo', 'tình huống'],
  }),
  single({
    level: 'analyse',
    text: 'Một địa phương ra văn bản hạn chế quyền đi lại của một nhóm dân cư “để thuận tiện cho quản lý”. Lập luận nào dựa đúng vào Hiến pháp năm 2013?',
    options: [
      '*Trái Hiến pháp: hình thức không phải luật, lý do không thuộc trường hợp cần thiết',
      'Trái Hiến pháp: quyền đi lại là quyền tuyệt đối, không bao giờ bị hạn chế',
      'Hợp hiến: chính quyền được hạn chế quyền miễn là công bố trước cho người dân',
      'Hợp hiến: “thuận tiện cho quản lý” chính là bảo đảm trật tự, an toàn xã hội',
    ],
    explanation:
      'Khoản 2 Điều 14 đòi hỏi hai điều kiện cùng lúc: theo quy định của luật và cần thiết vì những lý do đã liệt kê. Văn bản này thiếu cả hai; nhưng quyền đi lại (Điều 23) cũng không phải quyền tuyệt đối.',
    source: ARTICLE('khoản 2 Điều 14 và Điều 23'),
    tags: ['quyền con người', 'lập luận'],
  }),
  single({
    level: 'analyse',
    text: 'Một nước yêu cầu Việt Nam giao nộp một công dân Việt Nam đang ở trong nước để nước đó xét xử. Cách trả lời nào đúng với Hiến pháp năm 2013?',
    options: [
      'Giao nộp nếu tội danh bị cả hai nước trừng phạt',
      'Giao nộp nếu Chủ tịch nước đồng ý',
      'Không giao nộp, trừ khi người đó đồng ý',
      '*Không giao nộp công dân cho nhà nước khác',
    ],
    explanation:
      'Công dân Việt Nam không thể bị trục xuất, giao nộp cho nhà nước khác; Hiến pháp không đặt ngoại lệ. Người phạm tội ở nước ngoài có thể bị xử lý theo pháp luật Việt Nam.',
    source: ARTICLE('khoản 2 Điều 17'),
    tags: ['quyền công dân', 'lập luận'],
  }),
]);

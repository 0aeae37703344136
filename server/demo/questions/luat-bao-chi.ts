import { multiple, number, questionsOn, single, trueFalse } from './demo-question.js';

const ARTICLE = (place: string) => `Luật Báo chí số 103/2016/QH13, ${place}`;

export const pressLaw = questionsOn('Lịch sử báo chí Việt Nam', [
  number({
    level: 'recall',
    text: 'Luật Báo chí số 103/2016/QH13, có hiệu lực từ ngày 01/01/2017, gồm bao nhiêu điều?',
    answer: 61,
    unit: 'điều',
    explanation:
      'Luật gồm 6 chương, 61 điều, tăng 25 điều so với Luật Báo chí năm 1989 đã được sửa đổi, bổ sung năm 1999. Luật Báo chí mới, thông qua cuối năm 2025, có hiệu lực từ ngày 01/7/2026.',
    source: 'Luật Báo chí số 103/2016/QH13',
    tags: ['luật báo chí', 'cấu trúc'],
  }),
  multiple({
    level: 'understand',
    text: 'Theo Luật Báo chí số 103/2016/QH13, báo chí gồm những loại hình nào?',
    options: ['*Báo in', 'Mạng xã hội', '*Báo nói', '*Báo hình', '*Báo điện tử'],
    explanation:
      'Báo nói là phát thanh, báo hình là truyền hình. Mạng xã hội không phải là một loại hình báo chí theo Luật này.',
    source: ARTICLE('khoản 1 Điều 3'),
    tags: ['luật báo chí', 'loại hình'],
  }),
  trueFalse({
    level: 'understand',
    text: 'Theo Luật Báo chí số 103/2016/QH13, tác phẩm báo chí phải qua kiểm duyệt của cơ quan nhà nước trước khi in, phát sóng.',
    correct: false,
    explanation:
      'Luật quy định báo chí không bị kiểm duyệt trước khi in, truyền dẫn và phát sóng; cơ quan báo chí chịu trách nhiệm trước pháp luật về nội dung đã đăng, phát.',
    source: ARTICLE('khoản 3 Điều 13'),
    tags: ['luật báo chí', 'tự do báo chí'],
  }),
  single({
    level: 'apply',
    text: 'Một cán bộ điều tra gọi điện yêu cầu phóng viên cho biết ai đã cung cấp tin về một vụ trộm vặt. Theo Luật Báo chí số 103/2016/QH13, phóng viên nên làm gì?',
    options: [
      'Trả lời ngay qua điện thoại để hỗ trợ điều tra',
      '*Không tiết lộ người cung cấp thông tin',
      'Tiết lộ nếu tổng biên tập chưa kịp phản đối',
      'Đăng công khai tên người cung cấp thông tin',
    ],
    explanation:
      'Cơ quan báo chí, nhà báo chỉ phải tiết lộ khi có yêu cầu bằng văn bản của Viện trưởng Viện kiểm sát, Chánh án Tòa án cấp tỉnh và tương đương trở lên, vì tội phạm rất nghiêm trọng, đặc biệt nghiêm trọng.',
    source: ARTICLE('Điều 38'),
    tags: ['luật báo chí', 'nguồn tin', 'tình huống'],
  }),
  single({
    level: 'apply',
    text: 'Cơ quan có thẩm quyền kết luận bằng văn bản rằng bài trên một báo điện tử sai sự thật. Theo Luật Báo chí số 103/2016/QH13, tòa soạn phải làm gì?',
    options: [
      'Chỉ gỡ bài, không cần thông tin gì thêm',
      'Sửa lặng lẽ chỗ sai, giữ nguyên bài',
      '*Cải chính, xin lỗi và gỡ ngay thông tin sai',
      'Chờ người bị ảnh hưởng khởi kiện rồi mới xử lý',
    ],
    explanation:
      'Báo điện tử phải đăng lời cải chính, xin lỗi và gỡ bỏ ngay thông tin sai sự thật, nhưng vẫn lưu nội dung đó trên máy chủ để phục vụ thanh tra, kiểm tra.',
    source: ARTICLE('Điều 42'),
    tags: ['luật báo chí', 'cải chính', 'tình huống'],
  }),
  single({
    level: 'apply',
    text: 'Dùng số liệu một sở công bố tại họp báo, biên tập viên muốn bỏ tên sở cho câu văn gọn. Theo Luật Báo chí số 103/2016/QH13, làm vậy có được không?',
    options: [
      'Được, vì số liệu đã công bố công khai',
      'Được, nếu số liệu được làm tròn',
      'Không, vì luật cấm dùng số liệu họp báo',
      '*Không, phải nêu rõ xuất xứ nguồn tin',
    ],
    explanation:
      'Cơ quan báo chí phải sử dụng chuẩn xác nội dung thông tin được cung cấp và phải nêu rõ xuất xứ nguồn tin, dù thông tin được đưa ra ở họp báo hay bằng văn bản.',
    source: ARTICLE('khoản 1 Điều 38'),
    tags: ['luật báo chí', 'nguồn tin', 'tình huống'],
  }),
  multiple({
    level: 'apply',
    text: 'Phóng viên đề nghị một cơ quan cung cấp thông tin. Theo Luật Báo chí số 103/2016/QH13, cơ quan được từ chối trong những trường hợp nào?',
    options: [
      '*Thông tin thuộc danh mục bí mật nhà nước',
      'Thông tin khiến lãnh đạo cơ quan không hài lòng',
      'Thông tin đã đăng trên cổng thông tin điện tử của cơ quan',
      '*Thông tin là bí mật đời tư của cá nhân',
    ],
    explanation:
      'Luật cho phép từ chối với bí mật nhà nước, bí mật của Đảng, bí mật đời tư; vụ án đang điều tra hoặc chưa xét xử; vụ việc đang thanh tra; văn bản, đề án đang soạn thảo chưa được phép công bố. “Không hài lòng” không phải là căn cứ.',
    source: ARTICLE('khoản 2 Điều 38'),
    tags: ['luật báo chí', 'cung cấp thông tin', 'tình huống'],
  }),
]);

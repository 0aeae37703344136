import { multiple, questionsOn, single, trueFalse } from './demo-question.js';

const ARTICLE = (place: string) => `Luật An ninh mạng số 24/2018/QH14, ${place}`;

export const cybersecurityCases = questionsOn('Luật An ninh mạng', [
  single({
    level: 'understand',
    text: 'Theo Luật An ninh mạng số 24/2018/QH14, bài đăng nào có nội dung làm nhục, vu khống?',
    options: [
      'Bài chê một vở kịch dở, kèm phân tích từng cảnh',
      'Bài đăng lại thông cáo báo chí, ghi rõ nguồn',
      'Bài góp ý thẳng thắn cho dự thảo quy chế của cơ quan',
      '*Bài bịa chuyện một người tham ô, làm mất uy tín của họ',
    ],
    explanation:
      'Nội dung làm nhục, vu khống gồm xúc phạm nghiêm trọng danh dự, uy tín, nhân phẩm người khác và thông tin bịa đặt, sai sự thật xâm phạm các giá trị đó. Phê bình, góp ý có căn cứ không thuộc nhóm này.',
    source: ARTICLE('khoản 3 Điều 16'),
    tags: ['nội dung vi phạm'],
  }),
  single({
    level: 'understand',
    text: 'Theo Luật An ninh mạng số 24/2018/QH14, doanh nghiệp thuộc diện phải lưu trữ dữ liệu tại Việt Nam phải lưu loại dữ liệu nào?',
    options: [
      'Mã nguồn của mọi phần mềm doanh nghiệp viết ra',
      'Báo cáo tài chính hằng năm của công ty mẹ ở nước ngoài',
      '*Dữ liệu do người sử dụng dịch vụ tại Việt Nam tạo ra',
      'Dữ liệu về khách hàng của doanh nghiệp ở mọi quốc gia',
    ],
    explanation:
      'Luật nêu ba nhóm: dữ liệu về thông tin cá nhân, dữ liệu về mối quan hệ của người sử dụng dịch vụ và dữ liệu do người sử dụng dịch vụ tại Việt Nam tạo ra; thời gian lưu do Chính phủ quy định.',
    source: ARTICLE('khoản 3 Điều 26'),
    tags: ['doanh nghiệp', 'lưu trữ dữ liệu'],
  }),
  multiple({
    level: 'understand',
    text: 'Theo Luật An ninh mạng số 24/2018/QH14, những hành vi nào trên không gian mạng là vi phạm pháp luật?',
    options: [
      '*Mua bán trái phép thông tin tài khoản ngân hàng của người khác',
      'Chia sẻ bài báo kèm đường dẫn tới nguồn',
      '*Giả mạo trang thông tin điện tử của cơ quan, tổ chức',
      'Góp ý dự thảo luật trên cổng thông tin điện tử',
    ],
    explanation:
      'Điều 18 liệt kê việc giả mạo trang thông tin điện tử và làm giả, mua bán, thu thập trái phép thông tin thẻ tín dụng, tài khoản ngân hàng của người khác. Hai việc còn lại là hoạt động bình thường của công dân.',
    source: ARTICLE('khoản 1 Điều 18'),
    tags: ['hành vi vi phạm'],
  }),
  single({
    level: 'understand',
    text: 'Theo Luật An ninh mạng số 24/2018/QH14, người sử dụng không gian mạng biết thông tin về nguy cơ đe dọa an ninh mạng thì có trách nhiệm gì?',
    options: [
      'Đăng ngay lên mạng xã hội để cộng đồng tự phòng tránh',
      'Giữ kín cho đến khi có thiệt hại xảy ra',
      '*Kịp thời cung cấp cho cơ quan có thẩm quyền',
      'Tự xâm nhập hệ thống của đối tượng để kiểm chứng',
    ],
    explanation:
      'Người sử dụng không gian mạng phải kịp thời cung cấp thông tin liên quan đến bảo vệ an ninh mạng, nguy cơ đe dọa, hành vi xâm phạm cho cơ quan có thẩm quyền, lực lượng bảo vệ an ninh mạng.',
    source: ARTICLE('khoản 2 Điều 42'),
    tags: ['trách nhiệm người dùng'],
  }),
  single({
    level: 'apply',
    text: 'Ban Truyền thông của một hội phát hiện trang giả giống hệt trang của mình đang kêu gọi chuyển tiền ủng hộ. Theo Luật An ninh mạng số 24/2018/QH14, việc nên làm trước hết là gì?',
    options: [
      '*Lưu bằng chứng và báo cho cơ quan có thẩm quyền',
      'Nhờ người giỏi công nghệ đánh sập trang giả',
      'Im lặng để không làm hội viên hoang mang',
      'Lập trang giả khác để gài bẫy kẻ lừa đảo',
    ],
    explanation:
      'Giả mạo trang thông tin điện tử để chiếm đoạt tài sản là hành vi vi phạm (Điều 18); tổ chức cần kịp thời cung cấp thông tin cho cơ quan có thẩm quyền (Điều 42). Tự đánh sập trang giả lại là tấn công mạng.',
    source: ARTICLE('Điều 18 và Điều 42'),
    tags: ['giả mạo', 'tình huống'],
  }),
  single({
    level: 'apply',
    text: 'Một nhân viên kỹ thuật lén dùng tài khoản quản trị của đồng nghiệp để chép danh sách người cung cấp tin mật của tòa soạn. Theo Luật An ninh mạng số 24/2018/QH14, đây là hành vi gì?',
    options: ['Khủng bố mạng', 'Tấn công mạng', 'Sự cố an ninh mạng', '*Gián điệp mạng'],
    explanation:
      'Sử dụng quyền quản trị của người khác để chiếm đoạt, thu thập trái phép thông tin là dấu hiệu của gián điệp mạng. Hệ thống không bị phá hoại hay gián đoạn nên không phải tấn công mạng.',
    source: ARTICLE('khoản 10 Điều 2 và Điều 17'),
    tags: ['gián điệp mạng', 'tình huống'],
  }),
  single({
    level: 'apply',
    text: 'Một tài khoản bịa tin một ngân hàng sắp phá sản, khiến nhiều người đổ xô đi rút tiền. Theo Điều 16 Luật An ninh mạng số 24/2018/QH14, thông tin này thuộc nhóm nội dung nào?',
    options: [
      'Kích động gây bạo loạn',
      '*Xâm phạm trật tự quản lý kinh tế',
      'Tuyên truyền chống Nhà nước',
      'Phá rối an ninh, gây rối trật tự công cộng',
    ],
    explanation:
      'Thông tin bịa đặt, sai sự thật trong lĩnh vực tài chính, ngân hàng, chứng khoán… được xếp vào nhóm nội dung xâm phạm trật tự quản lý kinh tế.',
    source: ARTICLE('khoản 4 Điều 16'),
    tags: ['tin giả', 'tình huống'],
  }),
  trueFalse({
    level: 'apply',
    text: 'Một người cài phần mềm ghi âm lén các cuộc gọi của đồng nghiệp. Theo Luật An ninh mạng số 24/2018/QH14, việc đó không vi phạm nếu bản ghi chưa được phát tán.',
    correct: false,
    explanation:
      'Bản thân việc cố ý nghe, ghi âm, ghi hình trái phép các cuộc đàm thoại đã được Điều 17 liệt kê là hành vi xâm phạm; phát tán chỉ làm hậu quả nặng thêm.',
    source: ARTICLE('điểm đ khoản 1 Điều 17'),
    tags: ['đời sống riêng tư', 'tình huống'],
  }),
  multiple({
    level: 'apply',
    text: 'Trên diễn đàn do một tổ chức quản lý xuất hiện đoạn phim gây nguy hại cho trẻ em. Theo Luật An ninh mạng số 24/2018/QH14, với tư cách chủ quản hệ thống thông tin, tổ chức phải làm gì?',
    options: [
      'Giữ nguyên đoạn phim, chỉ gắn thêm nhãn cảnh báo',
      '*Ngăn chặn việc chia sẻ và xóa bỏ đoạn phim',
      'Công khai danh tính đứa trẻ để mọi người giúp đỡ',
      '*Kịp thời thông báo, phối hợp với lực lượng chuyên trách thuộc Bộ Công an',
    ],
    explanation:
      'Chủ quản hệ thống thông tin phải kiểm soát nội dung, ngăn chặn chia sẻ, xóa bỏ thông tin gây nguy hại cho trẻ em và báo lực lượng chuyên trách. Công khai danh tính là xâm phạm đời sống riêng tư của trẻ.',
    source: ARTICLE('khoản 2 Điều 29'),
    tags: ['trẻ em', 'tình huống'],
  }),
  single({
    level: 'analyse',
    text: 'Trong một đêm, cổng thông tin của hội bị làm nghẽn bằng lượng truy cập giả (1); đồng thời cơ sở dữ liệu hội viên bị chép trộm bằng mật khẩu đánh cắp (2). Phân loại theo Luật An ninh mạng số 24/2018/QH14 thế nào là đúng?',
    options: [
      '(1) gián điệp mạng, (2) tấn công mạng',
      '(1) và (2) đều là khủng bố mạng',
      '*(1) tấn công mạng, (2) gián điệp mạng',
      '(1) và (2) đều là tấn công mạng',
    ],
    explanation:
      'Việc (1) làm gián đoạn hoạt động của hệ thống; việc (2) vượt qua lớp bảo vệ để thu thập trái phép thông tin. Cùng một vụ việc có thể gồm nhiều hành vi khác nhau, cần tách ra để xử lý.',
    source: ARTICLE('khoản 8 và khoản 10 Điều 2'),
    tags: ['phân loại', 'tình huống'],
  }),
  single({
    level: 'analyse',
    text: 'Một bài viết phê bình gay gắt thái độ phục vụ của một cơ quan, có chứng cứ và dẫn nguồn. Cơ quan đòi gỡ vì cho rằng bài “làm nhục, vu khống” theo Luật An ninh mạng số 24/2018/QH14. Nhận định nào đúng?',
    options: [
      'Phải gỡ, vì mọi lời phê bình gay gắt đều là làm nhục',
      'Phải gỡ, vì cơ quan nhà nước không thể là đối tượng bị phê bình',
      'Không phải gỡ, vì Luật không quy định gì về nội dung làm nhục, vu khống',
      '*Chưa đủ căn cứ, vì bài không bịa đặt, cũng không xúc phạm nghiêm trọng',
    ],
    explanation:
      'Khoản 3 Điều 16 đòi hỏi thông tin bịa đặt, sai sự thật hoặc xúc phạm nghiêm trọng danh dự, uy tín, nhân phẩm. Gay gắt mà có chứng cứ thì chưa thỏa các dấu hiệu đó.',
    source: ARTICLE('khoản 3 Điều 16'),
    tags: ['phê bình', 'lập luận'],
  }),
]);

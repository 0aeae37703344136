import { multiple, number, questionsOn, shortText, single, trueFalse } from './demo-question.js';

const PROGRAMME = (part: string) =>
  `Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ, ${part}`;
const HANDBOOK = 'Bộ Thông tin và Truyền thông, Cẩm nang Chuyển đổi số, NXB Thông tin và Truyền thông, 2021';
const E_TRANSACTIONS = (place: string) => `Luật Giao dịch điện tử số 20/2023/QH15, ${place}`;
const ONLINE_SERVICES = 'Nghị định số 42/2022/NĐ-CP, Điều 11';

export const digitalTransformation = questionsOn('Chuyển đổi số', [
  single({
    level: 'recall',
    text: 'Ngày Chuyển đổi số quốc gia hằng năm là ngày nào?',
    options: ['21/6', '*10/10', '09/11', '22/12'],
    explanation:
      'Ngày 10/10 gợi hai chữ số 1 và 0 của hệ nhị phân, ngôn ngữ của máy tính. Ngày 21/6 là Ngày Báo chí cách mạng, 09/11 là Ngày Pháp luật Việt Nam.',
    source: 'Quyết định số 505/QĐ-TTg ngày 22/4/2022 của Thủ tướng Chính phủ',
    tags: ['ngày kỷ niệm'],
  }),
  multiple({
    level: 'recall',
    text: 'Chương trình Chuyển đổi số quốc gia theo Quyết định số 749/QĐ-TTg có những trụ cột nào?',
    options: ['*Chính phủ số', 'Ngân hàng số', '*Kinh tế số', '*Xã hội số', 'Báo chí số'],
    explanation:
      'Ba trụ cột là Chính phủ số, kinh tế số và xã hội số. Ngân hàng, báo chí là những lĩnh vực cụ thể thực hiện chuyển đổi số.',
    source: PROGRAMME('phần Mục tiêu cơ bản'),
    tags: ['trụ cột'],
  }),
  number({
    level: 'recall',
    text: 'Quyết định số 749/QĐ-TTg đặt mục tiêu đến năm 2025 kinh tế số chiếm bao nhiêu phần trăm GDP?',
    answer: 20,
    unit: '%',
    explanation:
      'Cùng với mục tiêu này là tỷ trọng kinh tế số trong từng ngành, lĩnh vực đạt tối thiểu 10% vào năm 2025.',
    source: PROGRAMME('phần Mục tiêu cơ bản đến năm 2025'),
    tags: ['kinh tế số', 'mục tiêu'],
  }),
  number({
    level: 'recall',
    text: 'Quyết định số 749/QĐ-TTg đặt mục tiêu đến năm 2030 kinh tế số chiếm bao nhiêu phần trăm GDP?',
    answer: 30,
    unit: '%',
    explanation:
      'Mục tiêu tăng từ 20% năm 2025 lên 30% năm 2030. Nghị quyết số 57-NQ/TW của Bộ Chính trị cũng đặt mức tối thiểu 30% GDP vào năm 2030.',
    source: PROGRAMME('phần Mục tiêu cơ bản đến năm 2030'),
    tags: ['kinh tế số', 'mục tiêu'],
  }),
  single({
    level: 'recall',
    text: 'Ai phê duyệt Chương trình Chuyển đổi số quốc gia đến năm 2025, định hướng đến năm 2030?',
    options: ['*Thủ tướng Chính phủ', 'Chủ tịch nước', 'Quốc hội', 'Bộ trưởng Bộ Thông tin và Truyền thông'],
    explanation:
      'Chương trình được phê duyệt bằng Quyết định số 749/QĐ-TTg ngày 03/6/2020, theo đề nghị của Bộ trưởng Bộ Thông tin và Truyền thông.',
    source: PROGRAMME('Điều 1'),
    tags: ['văn bản'],
  }),
  single({
    level: 'recall',
    text: 'Nghị quyết số 57-NQ/TW ngày 22/12/2024 về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia là của cơ quan nào?',
    options: ['Quốc hội', 'Chính phủ', 'Ban Bí thư', '*Bộ Chính trị'],
    explanation:
      'Nghị quyết của Bộ Chính trị xác định khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia là đột phá quan trọng hàng đầu.',
    source: 'Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị',
    tags: ['văn bản'],
  }),
  shortText({
    level: 'recall',
    text: 'Ứng dụng định danh điện tử quốc gia do Bộ Công an phát triển có tên là gì?',
    accepted: ['VNeID', 'VN eID', 'VNe ID', 'Ứng dụng VNeID'],
    explanation:
      'VNeID tích hợp thông tin căn cước và nhiều giấy tờ, dùng để đăng nhập, thực hiện dịch vụ công trực tuyến.',
    source: 'Nghị định số 69/2024/NĐ-CP quy định về định danh và xác thực điện tử',
    tags: ['định danh điện tử'],
  }),
  trueFalse({
    level: 'recall',
    text: 'Luật Giao dịch điện tử số 20/2023/QH15 có hiệu lực từ ngày 01/7/2024.',
    correct: true,
    explanation:
      'Luật được thông qua ngày 22/6/2023, thay thế Luật Giao dịch điện tử số 51/2005/QH11 sau gần hai mươi năm.',
    source: E_TRANSACTIONS('Điều 52'),
    tags: ['giao dịch điện tử', 'hiệu lực'],
  }),
  single({
    level: 'understand',
    text: 'Theo quan điểm của Quyết định số 749/QĐ-TTg, yếu tố nào đóng vai trò quyết định trong chuyển đổi số?',
    options: ['Nguồn vốn', '*Nhận thức', 'Thiết bị', 'Phần mềm'],
    explanation:
      'Chuyển đổi số trước hết là chuyển đổi nhận thức: người đứng đầu dám đổi cách làm thì công nghệ mới phát huy tác dụng.',
    source: PROGRAMME('phần Quan điểm'),
    tags: ['quan điểm'],
  }),
  single({
    level: 'understand',
    text: 'Theo quan điểm của Quyết định số 749/QĐ-TTg, động lực của chuyển đổi số là gì?',
    options: ['Vốn và lao động', 'Hạ tầng và thiết bị', '*Thể chế và công nghệ', 'Thị trường và quảng bá'],
    explanation:
      'Thể chế cần đi trước một bước để mở đường cho cách làm mới, công nghệ là công cụ để thực hiện; hai yếu tố ấy cùng tạo động lực.',
    source: PROGRAMME('phần Quan điểm'),
    tags: ['quan điểm'],
  }),
  single({
    level: 'understand',
    text: 'Mục tiêu kép của Chương trình Chuyển đổi số quốc gia theo Quyết định số 749/QĐ-TTg là gì?',
    options: [
      'Vừa giảm biên chế nhà nước, vừa tăng thu ngân sách từ dịch vụ số',
      'Vừa thay toàn bộ giấy tờ bằng tệp điện tử, vừa đóng cửa các quầy giao dịch',
      '*Vừa phát triển Chính phủ số, kinh tế số, xã hội số, vừa hình thành doanh nghiệp số vươn ra toàn cầu',
      'Vừa nhập khẩu công nghệ nước ngoài, vừa hạn chế công nghệ trong nước để tránh đầu tư trùng lặp',
    ],
    explanation:
      'Chương trình nhằm vừa phát triển Chính phủ số, kinh tế số, xã hội số, vừa hình thành các doanh nghiệp công nghệ số Việt Nam có năng lực đi ra toàn cầu.',
    source: PROGRAMME('phần Mục tiêu cơ bản'),
    tags: ['mục tiêu'],
  }),
  trueFalse({
    level: 'understand',
    text: 'Quét toàn bộ tài liệu giấy thành tệp điện tử là đã hoàn thành chuyển đổi số.',
    correct: false,
    explanation:
      'Quét tài liệu mới là số hóa dữ liệu. Chuyển đổi số là thay đổi tổng thể, toàn diện cách làm việc, cách vận hành dựa trên công nghệ số.',
    source: HANDBOOK,
    tags: ['khái niệm'],
  }),
  single({
    level: 'understand',
    text: 'Theo Nghị định số 42/2022/NĐ-CP, dịch vụ công trực tuyến toàn trình là dịch vụ thế nào?',
    options: [
      'Chỉ cho tải mẫu đơn trên mạng rồi nộp trực tiếp',
      'Cho nộp hồ sơ trên mạng nhưng phải đến trụ sở đối chiếu',
      'Chỉ cho đặt lịch hẹn trên mạng trước khi đến làm thủ tục',
      '*Thực hiện và giải quyết thủ tục hoàn toàn trên môi trường mạng',
    ],
    explanation:
      'Kết quả được trả trực tuyến hoặc qua dịch vụ bưu chính công ích. Dịch vụ không bảo đảm các điều kiện này là dịch vụ công trực tuyến một phần.',
    source: ONLINE_SERVICES,
    tags: ['dịch vụ công'],
  }),
  single({
    level: 'understand',
    text: 'Đề án 06 (Quyết định số 06/QĐ-TTg ngày 06/01/2022) ứng dụng loại dữ liệu nào để phục vụ chuyển đổi số quốc gia?',
    options: ['*Dữ liệu về dân cư', 'Dữ liệu về khí tượng', 'Dữ liệu về đất đai', 'Dữ liệu về doanh nghiệp'],
    explanation:
      'Tên đầy đủ: Đề án phát triển ứng dụng dữ liệu về dân cư, định danh và xác thực điện tử phục vụ chuyển đổi số quốc gia giai đoạn 2022–2025, tầm nhìn đến năm 2030.',
    source: 'Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Thủ tướng Chính phủ',
    tags: ['Đề án 06', 'dữ liệu'],
  }),
  single({
    level: 'understand',
    text: 'Theo quan điểm của Quyết định số 749/QĐ-TTg, ai là trung tâm của chuyển đổi số?',
    options: ['Cán bộ công nghệ thông tin', 'Nhà đầu tư', 'Doanh nghiệp viễn thông', '*Người dân'],
    explanation:
      'Người dân là trung tâm: hiệu quả chuyển đổi số được đo bằng việc người dân có thuận tiện hơn, có được thụ hưởng hay không.',
    source: PROGRAMME('phần Quan điểm'),
    tags: ['quan điểm'],
  }),
  single({
    level: 'apply',
    text: 'Một hội muốn đổi cách kết nạp hội viên. Phương án nào là chuyển đổi số chứ không chỉ là số hóa hay mua sắm?',
    options: [
      'Quét toàn bộ đơn giấy thành tệp điện tử để lưu',
      '*Làm lại quy trình để nộp, xét và cấp thẻ trực tuyến',
      'Mua máy tính đời mới cho bộ phận tiếp nhận đơn',
      'Cho gửi ảnh chụp đơn giấy qua thư điện tử',
    ],
    explanation:
      'Dấu hiệu của chuyển đổi số là quy trình và cách làm việc thay đổi dựa trên dữ liệu, chứ không phải việc giấy tờ đổi sang dạng tệp.',
    source: HANDBOOK,
    tags: ['khái niệm', 'tình huống'],
  }),
  single({
    level: 'apply',
    text: 'Đối tác từ chối công nhận một hợp đồng với lý do duy nhất là hợp đồng lập dưới dạng điện tử, ký bằng chữ ký số hợp lệ. Theo Luật Giao dịch điện tử số 20/2023/QH15, lý do đó thế nào?',
    options: [
      'Đúng, vì hợp đồng phải có bản giấy kèm theo',
      'Đúng, nếu hai bên chưa từng gặp mặt',
      'Sai, nhưng chỉ với hợp đồng dưới 100 triệu đồng',
      '*Sai, vì dạng điện tử không làm mất giá trị pháp lý',
    ],
    explanation:
      'Thông điệp dữ liệu và chữ ký điện tử không bị phủ nhận giá trị pháp lý chỉ vì ở dạng điện tử; chữ ký số có giá trị tương đương chữ ký của cá nhân trong văn bản giấy.',
    source: E_TRANSACTIONS('Điều 8 và Điều 23'),
    tags: ['giao dịch điện tử', 'tình huống'],
  }),
  single({
    level: 'apply',
    text: 'Một thủ tục cho nộp hồ sơ trên mạng nhưng người dân vẫn phải đến trụ sở ký nhận và đối chiếu bản gốc. Theo Nghị định số 42/2022/NĐ-CP, cần ghi đây là loại dịch vụ nào?',
    options: [
      'Dịch vụ công trực tuyến toàn trình',
      'Dịch vụ bưu chính công ích',
      '*Dịch vụ công trực tuyến một phần',
      'Dịch vụ thông tin trên mạng',
    ],
    explanation:
      'Vì còn bước phải đến trụ sở nên chưa bảo đảm điều kiện toàn trình. Ghi đúng tên giúp người dân biết trước mình còn phải đi lại hay không.',
    source: ONLINE_SERVICES,
    tags: ['dịch vụ công', 'tình huống'],
  }),
  multiple({
    level: 'apply',
    text: 'Ban biên tập lập loạt bài về các lĩnh vực được Quyết định số 749/QĐ-TTg ưu tiên chuyển đổi số trước. Những lĩnh vực nào đúng yêu cầu?',
    options: ['Điện ảnh', '*Y tế', '*Nông nghiệp', 'Thể thao thành tích cao'],
    explanation:
      'Tám lĩnh vực ưu tiên: y tế; giáo dục; tài chính – ngân hàng; nông nghiệp; giao thông vận tải và logistics; năng lượng; tài nguyên và môi trường; sản xuất công nghiệp.',
    source: PROGRAMME('phần Chuyển đổi số trong một số lĩnh vực cần ưu tiên'),
    tags: ['lĩnh vực ưu tiên', 'tình huống'],
  }),
  single({
    level: 'analyse',
    text: 'Một phường mua phần mềm tốt và máy mới cho mọi cán bộ, nhưng vẫn bắt người dân nộp thêm bản giấy; sau một năm số hồ sơ trực tuyến không tăng. Theo quan điểm của Quyết định số 749/QĐ-TTg, cần tháo gỡ trước hết ở đâu?',
    options: [
      '*Ở nhận thức và quy định, quy trình',
      'Ở việc mua thêm máy chủ và đường truyền',
      'Ở việc tăng số lượng cán bộ tiếp nhận',
      'Ở việc đổi sang phần mềm đắt tiền hơn',
    ],
    explanation:
      'Nhận thức đóng vai trò quyết định, thể chế và công nghệ là động lực. Ở đây công nghệ đã đủ; điểm nghẽn là cách nghĩ và quy trình vẫn đòi bản giấy.',
    source: PROGRAMME('phần Quan điểm'),
    tags: ['quan điểm', 'lập luận'],
  }),
  single({
    level: 'analyse',
    text: 'Một tổ chức có 20 đơn vị đang chọn cách quản lý dữ liệu. Phương án nào phù hợp nhất với quan điểm của Quyết định số 749/QĐ-TTg về nền tảng số và an toàn, an ninh mạng?',
    options: [
      'Mỗi đơn vị tự làm phần mềm riêng, tự lo bảo mật sau khi chạy ổn định',
      'Dùng một nền tảng chung ngay, khi nào có sự cố thì bổ sung bảo mật',
      'Mỗi đơn vị giữ dữ liệu trên giấy để tránh mọi rủi ro mất an toàn',
      '*Dùng một nền tảng chung, có cấu phần an toàn ngay từ khi thiết kế',
    ],
    explanation:
      'Phát triển nền tảng số là giải pháp đột phá; bảo đảm an toàn, an ninh mạng là then chốt và phải có ngay từ khi thiết kế. Chỉ một phương án thỏa cả hai.',
    source: PROGRAMME('phần Quan điểm'),
    tags: ['nền tảng số', 'an toàn', 'lập luận'],
  }),
]);

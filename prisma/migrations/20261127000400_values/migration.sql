-- Lists of values that the field uses everywhere (domain, chapter 4). Users may add to them.
INSERT INTO levels (code, name_zh, name_en, sort) VALUES
  ('international', '国际', 'International', 10), ('national', '国家', 'National', 20), ('provincial', '省部', 'Provincial and ministerial', 30),
  ('city', '地市', 'City', 40), ('county', '区县', 'County', 50), ('industry', '行业/协会', 'Industry and association', 60),
  ('group', '集团', 'Group', 70), ('company', '公司', 'Company', 80), ('department', '部门', 'Department', 90);
INSERT INTO prize_levels (code, name_zh, name_en, sort) VALUES
  ('grand', '特等奖', 'Grand prize', 10), ('first', '一等奖', 'First prize', 20), ('second', '二等奖', 'Second prize', 30), ('third', '三等奖', 'Third prize', 40),
  ('excellence', '优秀奖', 'Excellence prize', 50), ('encouragement', '鼓励奖', 'Encouragement prize', 60), ('nomination', '提名奖', 'Nomination', 70),
  ('finalist', '入围奖', 'Finalist', 80), ('gold', '金奖', 'Gold', 110), ('silver', '银奖', 'Silver', 120), ('bronze', '铜奖', 'Bronze', 130);
INSERT INTO categories (code, name_zh, name_en, sort) VALUES
  ('model_worker', '劳动模范', 'Model workers', 10), ('craftsman', '工匠', 'Craftsmen', 20), ('skill', '技能', 'Skills', 30),
  ('innovation', '创新成果', 'Innovation achievements', 40), ('innovation_carrier', '创新载体', 'Studios and innovative teams', 50),
  ('union_work', '工会工作', 'Union work', 60), ('party_youth_women', '党群青妇', 'Party, youth and women', 70), ('mentorship', '师徒', 'Mentorship', 80),
  ('safety_quality', '安全/质量/QC', 'Safety, quality and QC', 90), ('culture_sports', '文体', 'Culture and sports', 100),
  ('general', '综合', 'General', 110), ('other', '其他', 'Other', 120);

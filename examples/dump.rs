use teachback::{parse, source::*, model::*, config::Config};
fn dump(n: NodeRef, d: usize){ println!("{}{:?} {:?}", "  ".repeat(d), n.kind(), n.source().chars().take(40).collect::<String>()); for c in n.children(){dump(c,d+1)} }
fn main(){ let p=std::env::args().nth(1).unwrap(); let t=std::fs::read_to_string(&p).unwrap();
 let f=SourceFile::new(&format!("content/{}",std::env::args().nth(2).unwrap_or("pages/a.md".into())),&t); let o=parse::parse(&f,&Config::default());
 if let Content::Page(pg)=&o.value.content { for r in pg.tree.roots(){dump(r,0)} println!("{:?}", pg.anchors.iter().map(|a|&a.value).collect::<Vec<_>>()); }
 let ix=LineIndex::new(&f.text); for d in &o.diagnostics { let p=ix.position(d.span.start as usize); println!("{}:{} {} {} {} / {:?} «{}»",p.line,p.column,d.rule.code,d.rule.name,d.message,d.help,d.span.slice(&f.text)); } }

mod flow;
mod judged;
mod sample;
mod shape;
